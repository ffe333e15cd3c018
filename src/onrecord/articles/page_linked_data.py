"""What a page says of its article in JSON-LD (schema.org). In: the text of its scripts. Out: plain nodes and values.

Pages hold several objects, nested and in graphs; the article is the one of an article's type. Text in it may be HTML.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Node = Mapping[str, Json]

MAX_SCRIPT_CHARS = 3_000_000
"""An article's object with its whole text has about fifty thousand; live blogs a million."""

MAX_NODES = 20_000
_TYPES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|NewsItem)$")
_TAG = re.compile(r"<[^<>]{0,2000}>")


def read_nodes(scripts: Sequence[str]) -> tuple[Node, ...]:
    """Return all objects of a page's JSON-LD, those of an article's type first, in document order; damaged scripts are passed over."""
    nodes: list[Node] = []
    for script in scripts:
        if len(script) > MAX_SCRIPT_CHARS:
            continue
        try:
            value: Json = json.loads(_cut_marks(script), strict=False)
        except (ValueError, RecursionError):
            continue
        nodes.extend(_walk(value))
    return tuple(sorted(nodes, key=lambda node: not is_article(node)))


def is_article(node: Node) -> bool:
    """True for an object of an article's type that says anything of it."""
    return any(_TYPES.search(name) for name in read_strings(node.get("@type"))) and any(key in node for key in ("headline", "datePublished", "articleBody", "liveBlogUpdate"))


def read_strings(value: Json) -> tuple[str, ...]:
    """Return the strings of a value: itself, those of a list, or an object's own value or name."""
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, dict):
        return read_strings(value.get("@value") or value.get("name"))
    if isinstance(value, list):
        return tuple(text for item in value[:100] for text in read_strings(item))
    return ()


def first_string(nodes: Sequence[Node], *keys: str) -> str | None:
    """Return the first string under any of these keys, objects before keys; without tags, entities resolved."""
    for node in nodes:
        for key in keys:
            for text in read_strings(node.get(key)):
                clean = strip_markup(text)
                if clean:
                    return clean
    return None


def strip_markup(text: str) -> str:
    """Return text without tags, with entities resolved (also those written twice) and single blanks."""
    clean = html.unescape(html.unescape(text)) if "&" in text else text
    return " ".join((_TAG.sub(" ", clean) if "<" in clean else clean).split())


def _cut_marks(script: str) -> str:
    """Return a script from its first bracket to its last: comment and CDATA marks around it are left out."""
    starts = [at for at in (script.find("{"), script.find("[{")) if at >= 0]
    return script[min(starts) : max(script.rfind("}"), script.rfind("}]") + 1) + 1] if starts else script


def _walk(value: Json) -> Iterator[Node]:
    stack: list[Json] = [value]
    count = 0
    while stack and count < MAX_NODES:
        item = stack.pop()
        count += 1
        if isinstance(item, dict):  # what `json` gives; to ask for a mapping takes ten times as long
            yield item
            stack.extend(child for child in reversed(list(item.values())) if not isinstance(child, str | int | float))
        elif isinstance(item, list):
            stack.extend(reversed(item))
