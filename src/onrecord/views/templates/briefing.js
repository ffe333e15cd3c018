// Lets the words stand out that a link led to: they may lie in several pieces; unfolds what is folded around a target, and all for printing.
// The page reads as well without this.
(function () {
  "use strict";
  function light() {
    document.querySelectorAll(".lit").forEach(function (piece) { piece.classList.remove("lit"); });
    var target = location.hash && document.getElementById(location.hash.slice(1));
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; target.scrollIntoView(); }
    }
    var parts = /^#(article-\d+)-(\d+)-(\d+)$/.exec(location.hash);
    var article = parts && document.getElementById(parts[1]);
    if (!article) { return; }
    article.querySelectorAll("[data-at]").forEach(function (piece) {
      var at = Number(piece.dataset.at);
      if (at >= Number(parts[2]) && at < Number(parts[3])) { piece.classList.add("lit"); }
    });
  }
  addEventListener("hashchange", light);
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (part) { part.open = true; });
  });
  light();
})();
