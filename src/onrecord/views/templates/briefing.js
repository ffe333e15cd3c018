// Lets the words stand out that a link led to: they may lie in several pieces. The page reads as well without this.
(function () {
  "use strict";
  function light() {
    document.querySelectorAll(".lit").forEach(function (piece) { piece.classList.remove("lit"); });
    var parts = /^#(article-\d+)-(\d+)-(\d+)$/.exec(location.hash);
    var article = parts && document.getElementById(parts[1]);
    if (!article) { return; }
    article.querySelectorAll("[data-at]").forEach(function (piece) {
      var at = Number(piece.dataset.at);
      if (at >= Number(parts[2]) && at < Number(parts[3])) { piece.classList.add("lit"); }
    });
  }
  addEventListener("hashchange", light);
  light();
})();
