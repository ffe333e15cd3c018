"""Turn gold documents into windows with labels that a network can learn.

In: PolNeAR records and authored passages. Out: `Example`s: token ids, one label row a layer (-100 = unknown), link pairs.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.encode.tags import BEGIN, END, INSIDE, LAYERS, RELATIONS, SINGLE, find_words
from onrecord.encode.windows import Encoder, Window, cut_windows
from onrecord.languages.readable import make_readable
from training.passages import CONDITION_KINDS, FORCES, Passage

UNKNOWN = -100
UNKNOWN_PIECE = 3
CAPITALS = 0.03
"""Share of the texts seen as the model is shown old agency wires, which are in capitals: in small letters."""
WINDOW_SIZES = (64, 128, 224, 224)
QUOTE_STYLES = (("„", "“"), ("«", "»"), ("»", "«"), ('"', '"'), ("„", "”"), ("‘", "’"), ("“", "”"))
ENTITY_TAGS = {"per": "person", "org": "organisation", "loc": "place"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text with what is known of it: spans per layer, and links between spans (relation, dependent, head, holds)."""

    id: str
    text: str
    spans: dict[str, list[tuple[int, int, str]]]
    links: list[tuple[str, tuple[int, int], tuple[int, int]]]
    known: tuple[str, ...] = tuple(LAYERS)


@dataclass(slots=True, kw_only=True)
class Example:
    """One window ready for the network; `links` rows are (relation, dependent first, last, head first, last, 0 or 1).

    `words` has the word of each token, counted from 0 without gaps, -1 for none.
    """

    ids: list[int]
    labels: dict[str, list[int]]
    words: list[int] = field(default_factory=list)
    links: list[tuple[int, int, int, int, int, int]] = field(default_factory=list)


def from_polnear(record: dict) -> Labelled:
    """Return a PolNeAR record as labelled text; only the attribution layer is known."""
    spans, links = [], []
    for attribution in record["attributions"]:
        contents = [tuple(piece) for piece in attribution["content"]]
        for role in ("source", "cue", "content"):
            for piece in attribution[role]:
                spans.append((piece[0], piece[1], role))
        for role in ("source", "cue"):
            links += [(role, tuple(piece), content) for piece in attribution[role] for content in contents]
        links += [("content", later, contents[0]) for later in contents[1:]]
    return Labelled(id=record["id"], text=record["text"], spans={"attribution": spans}, links=links, known=("attribution",))


def from_passage(passage: Passage) -> Labelled:
    """Return an authored passage as labelled text, all layers known; of nested attributions the outer one counts."""
    marks = passage.marks
    contents = [m for m in marks if m.kind == "content"]

    def is_inner(mark) -> bool:
        return any(
            c.group != mark.group and c.start <= mark.start and mark.end <= c.end
            and (c.end - c.start > mark.end - mark.start or c.group < mark.group) for c in contents
        )  # fmt: skip

    attribution = [m for m in marks if m.kind in ("source", "cue", "content") and not is_inner(m)]
    spans: dict[str, list[tuple[int, int, str]]] = {
        "attribution": [(m.start, m.end, m.kind) for m in attribution],
        "force": [(m.start, m.end, m.kind) for m in marks if m.kind in FORCES],
        "condition": [(m.start, m.end, m.kind) for m in marks if m.kind in CONDITION_KINDS],
        "party": [(m.start, m.end, "addressee" if m.kind == "to" else "holder") for m in marks if m.kind in ("holder", "to")],
        "entity": [(start, end, ENTITY_TAGS[kind]) for kind, start, end in passage.entities],
        "figure": [(f.start, f.end, f.kind) for f in passage.figures],
    }
    links: list[tuple[str, tuple[int, int], tuple[int, int]]] = []
    for mark in attribution:
        heads = [m for m in attribution if m.kind == "content" and m.group == mark.group]
        if mark.kind in ("source", "cue"):
            links += [(mark.kind, (mark.start, mark.end), (h.start, h.end)) for h in heads]
        elif heads and mark is not heads[0]:
            links.append(("content", (mark.start, mark.end), (heads[0].start, heads[0].end)))
    for mark in marks:
        relation = {"holder": "holder", "to": "addressee"}.get(mark.kind, "condition" if mark.kind in CONDITION_KINDS else "")
        if relation:
            links += [(relation, (mark.start, mark.end), (h.start, h.end)) for h in marks if h.kind in FORCES and h.group == mark.group]
    return Labelled(id=passage.id, text=passage.text, spans=spans, links=links)


def join_labelled(items: Sequence[Labelled]) -> Labelled:
    """Return several texts as one, a blank line between them: real articles fill a window, single passages do not."""
    text, spans, links = "", {layer: [] for layer in LAYERS}, []
    for item in items:
        by = len(text)
        for layer, rows in item.spans.items():
            spans[layer].extend((s + by, e + by, tag) for s, e, tag in rows)
        links.extend((relation, (d[0] + by, d[1] + by), (h[0] + by, h[1] + by)) for relation, d, h in item.links)
        text += item.text + "\n\n"
    return Labelled(id=items[0].id, text=text, spans=spans, links=links, known=items[0].known)


def pack_passages(items: Sequence[Labelled], rng: random.Random, most: int = 5) -> list[Labelled]:
    """Return the passages joined by language into texts of 1 to `most`, in random order."""
    by_lang: dict[str, list[Labelled]] = {}
    for item in items:
        by_lang.setdefault(item.id[:2], []).append(item)
    packed = []
    for lang in sorted(by_lang):
        mine = by_lang[lang][:]
        rng.shuffle(mine)
        while mine:
            size = rng.randint(1, most)
            packed.append(join_labelled(mine[:size]))
            mine = mine[size:]
    return packed


def restyle_quotes(text: str, rng: random.Random) -> str:
    """Return the text with its curly double quotation marks in another style; same length, so that spans hold."""
    opening, closing = rng.choice(QUOTE_STYLES)
    return text.replace("“", opening).replace("”", closing)


def capitalize(text: str) -> str:
    """Return the text in capitals; letters that would become two stay, so that spans hold."""
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)


def make_examples(item: Labelled, tokenizer: Encoder, rng: random.Random | None = None, hide: float = 0.0) -> list[Example]:
    """Return the windows of a labelled text as examples.

    `rng` varies what is seen from epoch to epoch: the style of quotation marks, the size of the windows, and a share `hide` of
    the tokens made unknown, so that the model reads how a thing is said rather than who is always quoted.
    """
    if rng is None:
        return [label_window(window, item) for window in cut_windows(make_readable(item.text), tokenizer)]
    text = restyle_quotes(item.text, rng) if rng.random() < 0.35 else item.text
    text = make_readable(capitalize(text) if rng.random() < CAPITALS else text)
    examples = [label_window(window, item) for window in cut_windows(text, tokenizer, rng.choice(WINDOW_SIZES))]
    for example in examples:
        example.ids = [UNKNOWN_PIECE if i > UNKNOWN_PIECE and rng.random() < hide else i for i in example.ids]
    return examples


def label_window(window: Window, item: Labelled) -> Example:
    """Return one window with its labels and link pairs."""
    labels: dict[str, list[int]] = {}
    words = find_words(item.text, window.start, window.end)
    word_of = words_of_tokens(window.offsets, words)
    for layer, tags in LAYERS.items():
        if layer not in item.known:
            continue
        by_word = [0] * len(words)
        near = [span for span in item.spans.get(layer, ()) if span[0] < window.end and window.start < span[1]]
        for start, end, tag in sorted(near, key=lambda s: s[0] - s[1]):  # longest first: shorter ones on top
            inside = [k for k, (s, e) in enumerate(words) if s < end and start < e]
            if inside:
                by_word[inside[0] : inside[-1] + 1] = span_labels(len(inside), tags.index(tag))
        mend_labels(by_word)
        labels[layer] = [UNKNOWN if k < 0 else by_word[k] for k in word_of]
    order = {word: at for at, word in enumerate(sorted({k for k in word_of if k >= 0}))}
    return Example(ids=list(window.ids), labels=labels, words=[order.get(k, -1) for k in word_of], links=label_links(window, item))


def words_of_tokens(offsets: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each token the first word it shares a character with, -1 for none."""
    result, at = [], 0
    for start, end in offsets:
        while end > start >= 0 and at < len(words) and words[at][1] <= start:
            at += 1
        result.append(at if end > start >= 0 and at < len(words) and words[at][0] < end else -1)
    return result


def span_labels(size: int, tag: int) -> list[int]:
    """Return the labels of the words of one span."""
    first = 1 + 4 * tag
    return [first + SINGLE] if size == 1 else [first + BEGIN, *[first + INSIDE] * (size - 2), first + END]


def mend_labels(row: list[int]) -> None:
    """Close the spans that a shorter one on top has cut: what is left on either side are spans of their own."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(row):
        stop = at + 1
        if row[at]:
            tag, place = divmod(row[at] - 1, 4)
            while place not in (END, SINGLE) and stop < len(row) and row[stop] and (row[stop] - 1) // 4 == tag and (row[stop] - 1) % 4 in (INSIDE, END):
                place = (row[stop] - 1) % 4
                stop += 1
            runs.append((at, stop))
        at = stop
    for start, stop in runs:
        row[start:stop] = span_labels(stop - start, (row[start] - 1) // 4)


def covered(window: Window, start: int, end: int) -> list[int]:
    """Return the tokens that share a character with a span."""
    if end <= window.start or window.end <= start:
        return []
    return [k for k, (s, e) in enumerate(window.offsets) if s < end and start < e and e > s >= 0]


def label_links(window: Window, item: Labelled) -> list[tuple[int, int, int, int, int, int]]:
    """Return every pair of dependent and head that stand in the window, and whether they belong together."""
    tokens: dict[tuple[int, int], list[int]] = {}
    near = [
        link for link in item.links
        if all(tokens.setdefault(span, covered(window, *span)) for span in link[1:])
    ]  # fmt: skip
    pairs: dict[tuple[str, tuple[int, int], tuple[int, int]], int] = {}
    for family in (RELATIONS[:3], RELATIONS[3:]):
        mine = [link for link in near if link[0] in family]
        heads = {head for _, _, head in mine}
        for relation, dependent, head in mine:
            for other in heads:
                if other != dependent:
                    pairs.setdefault((relation, dependent, other), 0)
            pairs[relation, dependent, head] = 1
    return [
        (RELATIONS.index(relation), tokens[dependent][0], tokens[dependent][-1], tokens[head][0], tokens[head][-1], holds) for (relation, dependent, head), holds in pairs.items()
    ]


def add_silver_entities(item: Labelled, entities: Sequence[tuple[int, int, str]]) -> Labelled:
    """Return a text with names that another tagger found."""
    return replace(item, spans=item.spans | {"entity": list(entities)}, known=(*item.known, "entity"))


def add_commitments(item: Labelled, commitments: Sequence[dict]) -> Labelled:
    """Return a text with the commitments that were marked in it, as `data/polnear-commitments.jsonl` holds them."""
    spans: dict[str, list[tuple[int, int, str]]] = {"force": [], "condition": [], "party": []}
    links: list[tuple[str, tuple[int, int], tuple[int, int]]] = []
    for commitment in commitments:
        head = tuple(commitment["consequence"])
        spans["force"].append((*head, commitment["force"]))
        for condition in commitment["conditions"]:
            spans["condition"].append((*condition["span"], condition["kind"]))
            links.append(("condition", tuple(condition["span"]), head))
        for party in ("holder", "addressee"):
            if commitment[party]:
                spans["party"].append((*commitment[party], party))
                links.append((party, tuple(commitment[party]), head))
    return replace(item, spans=item.spans | {layer: sorted(set(rows)) for layer, rows in spans.items()}, links=item.links + links, known=(*item.known, *spans))


def read_polnear(path: Path, part: str) -> list[dict]:
    """Return the PolNeAR records of a part (`train` or `dev`)."""
    with path.open(encoding="utf-8") as lines:
        return [record for record in map(json.loads, lines) if record["part"] == part]


def make_batches(examples: Sequence[Example], tokens: int, rng: random.Random) -> list[list[Example]]:
    """Return batches of windows of like length, at most `tokens` padded tokens each, in random order."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids) + rng.random() * 12)
    batches: list[list[Example]] = []
    current: list[Example] = []
    for index in order:
        example = examples[index]
        if current and len(example.ids) * (len(current) + 1) > tokens:
            batches.append(current)
            current = []
        current.append(example)
    if current:
        batches.append(current)
    rng.shuffle(batches)
    return batches
