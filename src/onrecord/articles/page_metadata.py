"""What a page says of its article: title, dates, language, address, authors, paywall, live blog. In: an element tree. Out: `Metadata`.

Sources in order of trust: JSON-LD of an article's type, meta elements (OpenGraph, Dublin Core and the like), elements of the page itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from onrecord.articles.page_linked_data import Node, first_string, is_article, read_nodes, read_strings, strip_markup
from onrecord.articles.page_tree import Element
from onrecord.articles.page_zones import is_entry_name

_PUBLISHED = (
    "articlepublishedtime", "ogarticlepublishedtime", "ogpublishedtime", "datepublished", "articlepublished", "parselypubdate", "sailthrudate", "dcdateissued",
    "dctermsissued", "dcdatecreated", "dctermscreated", "dcdate", "dctermsdate", "publishdate", "publishtime", "publicationdate", "pubdate", "articledateoriginal",
    "cxenseparserecspublishtime", "date", "vrpublishedtime", "rnewsdatepublished",
)  # fmt: skip
_MODIFIED = ("articlemodifiedtime", "ogupdatedtime", "ogarticlemodifiedtime", "datemodified", "dctermsmodified", "dcdatemodified", "lastmodified", "articlemodified", "lastmod")
_TITLES = ("ogtitle", "twittertitle", "dctitle", "title", "headline")
_DESCRIPTIONS = ("ogdescription", "description", "twitterdescription", "dcdescription", "abstract")
_SITES = ("ogsitename", "applicationname", "applemobilewebapptitle", "publisher")
_AUTHORS = ("author", "articleauthor", "dccreator", "parselyauthor", "sailthruauthor", "byl", "citationauthor")
_LANGS = ("oglocale", "contentlanguage", "language", "dclanguage", "inlanguage")
_TAIL = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022*:›»ㅣ-]\s+|\s*[|ㅣ]\s*|：")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u00ad": None, "\u200b": None, "\u2060": None})
_FREE_NOT = re.compile(r"(?:^|/)false$", re.IGNORECASE)
TAIL_SHARE = 0.6
"""Without a site's name to compare, a tail is cut only when it is shorter than this share of what is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its article; `None` and empty = it does not say.

    `published` and `modified` are the days as written with the place they stand in, best first; `body` is the article's text as given in the
    metadata and `words` how many it has, `live_entries` the number of a live blog's entries (`None` = no live blog) and `live_updates` those its
    data hold.
    """

    title: str | None
    published: tuple[tuple[str, str], ...]
    modified: tuple[tuple[str, str], ...]
    lang: str | None
    url: str | None
    sitename: str | None
    authors: tuple[str, ...]
    descriptions: tuple[str, ...]
    body: str
    words: int | None
    is_free: bool | None
    live_entries: int | None
    live_updates: tuple[Node, ...]


def read_metadata(tree: Element, url: str | None) -> Metadata:
    """Return what a page's own data say of its article.

    Args:
        tree: the root of the page.
        url: the page's address, if known.
    """
    nodes = read_nodes([script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()])
    articles = [node for node in nodes if is_article(node)]
    metas = _read_metas(tree)
    sitename = next(_pick(metas, _SITES), None) or first_string([node for node in nodes if "WebSite" in read_strings(node.get("@type"))], "name")
    descriptions = [text for text in (first_string(articles, "description"), *_pick(metas, _DESCRIPTIONS), first_string(articles, "alternativeHeadline", "abstract")) if text]
    free = [text for node in nodes for text in _read_flags(node.get("isAccessibleForFree"))]
    return Metadata(
        title=_choose_title(tree, articles, metas, sitename, url),
        published=_read_published(tree, articles, metas),
        modified=_read_modified(tree, articles, metas),
        lang=tree.get("lang") or tree.get("xml:lang") or _find_lang(tree) or next(_pick(metas, _LANGS), None) or first_string(articles, "inLanguage"),
        url=_find_url(tree, metas, url),
        sitename=sitename,
        authors=tuple(dict.fromkeys(text for text in (*_read_authors(articles), *_pick(metas, _AUTHORS)) if "://" not in text and len(text) <= 80))[:20],
        descriptions=tuple(dict.fromkeys(descriptions)),
        body=max((strip_markup(text) for node in articles[:5] for text in read_strings(node.get("articleBody"))), key=len, default=""),
        words=next((int(str(count)) for node in articles[:1] if str(count := node.get("wordCount")).isdecimal()), None),
        is_free=None if not free else not any(_FREE_NOT.search(text) for text in free[:1]),
        live_entries=_count_entries(tree, articles),
        live_updates=tuple(update for node in articles for update in _list_updates(node)),
    )


def _read_metas(tree: Element) -> Mapping[str, list[str]]:
    """Return the contents of meta elements by the letters of their name, property or itemprop, in document order: `article:published_time`
    is also written `article.published-time`."""
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content or len(content) > 5_000:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key)
            if name:
                metas.setdefault(_letters(name), []).append(content)
    return metas


def _pick(metas: Mapping[str, list[str]], names: Sequence[str]) -> Iterator[str]:
    for name in names:
        for content in metas.get(name, ()):
            clean = strip_markup(content)
            if clean:
                yield clean


def _choose_title(tree: Element, articles: Sequence[Node], metas: Mapping[str, list[str]], sitename: str | None, url: str | None) -> str | None:
    """Return the headline that most places agree on (typography left aside); of equals JSON-LD's, then OpenGraph's, then the page's own. The
    window's title is made for search engines and counts only when there is no other."""
    stated = first_string(articles, "headline")
    headings = [" ".join("".join(_read_inline(element)).split()) for element in tree.iter("h1")]
    shared = next(_pick(metas, _TITLES), None)
    window = next((" ".join((element.text or "").split()) for element in tree.iter("title")), None)
    known = [text for text in (stated, *headings) if text and len(text) >= 10]
    site_words = _site_words(sitename, url)
    bare_shared, bare_window = (_cut_tail(text, known, site_words) if text else None for text in (shared, window))
    others = (stated, bare_shared, bare_window)
    folded = {_fold(text) for text in others if text}
    heading = max((text for text in headings if text), key=lambda text: (_fold(text) in folded, _shares(text, others)), default=None)
    candidates = [text for text in (stated, bare_shared, heading) if text]
    votes = Counter(map(_fold, candidates))
    return max(candidates, key=lambda text: votes[_fold(text)], default=bare_window)


def _shares(text: str, others: Sequence[str | None]) -> int:
    """Return how many of other titles share half of their words with this one."""
    words = set(_fold(text).split())
    return sum(2 * len(words & set(_fold(other).split())) >= len(_fold(other).split()) for other in others if other)


def _fold(text: str) -> str:
    return " ".join(text.translate(_TYPOGRAPHY).casefold().split())


def _site_words(sitename: str | None, url: str | None) -> frozenset[str]:
    """Return what a site may call itself in a tail: its name and its host's, letters and digits only."""
    names = {_letters(sitename or "")}
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    names.update(_letters(part) for part in host.split(".") if len(part) > 3)
    names.add(_letters(host.removeprefix("www.")))
    return frozenset(names - {""})


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _cut_tail(title: str, known: Sequence[str], site: frozenset[str]) -> str:
    """Return a title without the outlet's name: back to a known headline, or what stands after the last separators when it names the site."""
    for text in known:
        if _fold(title) != _fold(text) and _fold(title).startswith(_fold(text)) and _TAIL.match(title[len(text) :] + " "):
            return text
    pieces = list(_TAIL.finditer(title))
    for found in pieces:
        tail = _letters(title[found.end() :])
        head = title[: found.start()]
        if tail and len(tail) < TAIL_SHARE * len(_letters(head)) and any(name in tail or (len(tail) > 2 and tail in name) for name in site):
            return head.strip()
    return title


def _read_inline(element: Element) -> Iterator[str]:
    """Yield the text of an element of the page, without its tail and without what browsers hide."""
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item.tag, str) and item.tag not in ("script", "style", "svg", "noscript", "button"):
            yield item.text or ""
            for child in reversed(list(item)):
                stack.extend((child.tail or "", child))


def _read_published(tree: Element, articles: Sequence[Node], metas: Mapping[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """Return the publication dates a page names, as written, with their place, best first."""
    dates = [("json-ld", text) for text in (first_string(articles[:3], "datePublished"), first_string(articles[:3], "dateCreated", "uploadDate")) if text][:1]
    dates += [("meta", text) for text in list(_pick(metas, _PUBLISHED))[:1]]
    times = list(tree.iter("time"))[:50]
    marked = [element for element in times if "publi" in f"{element.get('itemprop')} {element.get('class')}".lower() or element.get("pubdate") is not None]
    for element in marked or times[:1]:
        value = element.get("datetime") or element.get("content") or "".join(_read_inline(element))
        if any(map(str.isdigit, value)):
            dates.append(("time", " ".join(value.split())[:100]))
            break
    return tuple(dates)


def _find_lang(tree: Element) -> str | None:
    """Return the language of the body or of the article's own element."""
    return next((lang for element in tree.iter("html", "body", "article") if (lang := element.get("lang") or element.get("xml:lang"))), None)


def _find_url(tree: Element, metas: Mapping[str, list[str]], url: str | None) -> str | None:
    """Return the canonical address, else OpenGraph's, else the one known."""
    links = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    for address in (*links, *metas.get("ogurl", ())):
        try:
            full = urljoin(url or "", (address or "").strip())
            if full.startswith(("http://", "https://")) and urlsplit(full).path.strip("/"):
                return str(full[:2_000])
        except ValueError:
            continue
    return url


def _read_authors(articles: Sequence[Node]) -> Iterator[str]:
    for node in articles[:1]:
        for text in read_strings(node.get("author")):
            yield strip_markup(text)


def _read_flags(value: object) -> tuple[str, ...]:
    return (str(value),) if isinstance(value, str | bool) else ()


def _read_modified(tree: Element, articles: Sequence[Node], metas: Mapping[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """Return the times a page says it was changed at, as written, with their place, best first."""
    found = (("json-ld", first_string(articles[:1], "dateModified")), ("meta", next(_pick(metas, _MODIFIED), None)))
    marked = (element for element in tree.iter("time") if "modif" in f"{element.get('itemprop')} {element.get('class')}".lower())
    times = (("time", element.get("datetime") or element.get("content")) for element in marked)
    return tuple((place, " ".join(value.split())[:100]) for place, value in (*found, *list(times)[:1]) if value)


def _list_updates(node: Node) -> Iterator[Node]:
    """Yield the entries a live blog's object lists."""
    value = node.get("liveBlogUpdate")
    for item in (value,) if isinstance(value, Mapping) else value if isinstance(value, Sequence) and not isinstance(value, str) else ():
        if isinstance(item, Mapping):
            yield item


def _count_entries(tree: Element, articles: Sequence[Node]) -> int | None:
    """Return how many entries a live blog has, `None` when the page is none."""
    lists = [value for node in articles if isinstance(value := node.get("liveBlogUpdate"), Sequence) and not isinstance(value, str)]
    entries = sum(1 for element in tree.iter("article", "div", "li", "section") if is_entry_name(element.get("class")))
    stated = max((len(value) for value in lists), default=0)
    is_live = bool(lists) or any("LiveBlogPosting" in read_strings(node.get("@type")) for node in articles)
    return max(stated, entries) if is_live or entries >= 3 else None
