"""Translations among news: articles of one text in two languages found among others, and sentences found across languages.

In: MEANTIME, English reports with their Spanish translations, one a document. Out: tables by fold; thresholds were set on fold 0, so fold 1 decides.
"""

from __future__ import annotations

import random
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from bench import Bench, Cell, Result, Sheet, as_list, count, f1, objects_of, percent, text_of
from bench.reading import SAMPLES, Read, analyze
from onrecord.encode.model import unpack_vector
from onrecord.records import Copy, Encoding, Span
from onrecord.run.compare import compare_analyses, read_sketch
from onrecord.statements.space import load_space
from onrecord.views import JsonObject

SET = "benchmarks/parallel-meantime.jsonl"
LANGS = ("en", "es")
_SEED = 13
_NEIGHBOURS = 10
Rows = NDArray[np.float64]
Vector = NDArray[np.float32] | Rows


def measure_meantime(bench: Bench) -> Result:
    """Translations found as copies, documents grouped by them, and recall at 1 of sentences across languages."""
    gold = bench.cut(bench.read(SET))
    read = analyze(bench, [{"id": f"{g['id']}/{lang}", "text": _join(g, lang), "lang": lang, "published": g["date"]} for g in gold for lang in LANGS], "meantime")
    sketches = {a.article.id: read_sketch(a, read.encodings.get(a.article.id), [], bench.model) for a in read.analyses}
    comparison = compare_analyses(read.analyses, read.encodings, {}, sketches)
    names = {a.article.id: a.article.name for a in read.analyses}
    encodings = {names[article]: encoding for article, encoding in read.encodings.items()}
    ways = {"alone": _read_alone(gold, read, bench), "in article": _read_in_article(gold, encodings)}
    scores: JsonObject = {}
    found_rows: list[tuple[Cell, ...]] = []
    sentence_rows: list[tuple[Cell, ...]] = []
    for fold in (0, 1):
        part = [g for g in gold if g["fold"] == fold]
        if not part:
            continue
        ids = {text_of(g, "id") for g in part}
        pairs = _list_pairs(comparison.copies, names, ids)
        wanted = bench.write(f"meantime-{fold}-gold.jsonl", part)
        groups = bench.write(f"meantime-{fold}-clusters.jsonl", _group(pairs, [f"{id}/{lang}" for id in sorted(ids) for lang in LANGS]))
        aligned = [g for g in part if g.get("aligned")]
        grouped = bench.score("benchmarks/score.py", "clusters", "--gold", wanted, "--pred", groups, "--samples", SAMPLES)
        found = {way: bench.write(f"meantime-{fold}-retrieval-{way}.jsonl", _retrieve(aligned, rows)) for way, rows in ways.items()}
        sentences: JsonObject = {
            way: bench.score("benchmarks/score.py", "retrieval", "--gold", wanted, "--pred", best, "--from", LANGS[0], "--to", LANGS[1], "--samples", SAMPLES) for way, best in found.items()
        }  # fmt: skip
        copies = _score(pairs, sorted(ids))
        scores[f"fold {fold}"] = {"copies": copies, "clusters": grouped, "retrieval": sentences}
        found_rows.append((
            f"fold {fold}", len(ids), *(_with_interval(copies, key) for key in ("p", "r", "f1")), len(pairs) - sum(map(_is_right, pairs)), _count_others(comparison.copies, names, ids),
            *(percent(grouped, "bcubed", k) for k in ("p", "r", "f1")),
        ))  # fmt: skip
        sentence_rows.append((f"fold {fold}", count(sentences, "alone", "queries"), *(percent(sentences, way, "recall_at_1") for way in ways)))
    return Result(
        scores=scores,
        sheets=(
            Sheet(
                title="MEANTIME: translations among all articles",
                columns=("part", "documents", "P", "R", "F1", "false", "other copies", "groups B-cubed P", "R", "F1"),
                rows=tuple(found_rows),
            ),
            Sheet(
                title="MEANTIME: the same sentence in the other language",
                columns=("part", "sentences", "recall@1, each read alone", "read in its article"),
                rows=tuple(sentence_rows),
            ),
        ),
    )


def _join(gold: JsonObject, lang: str) -> str:
    return "\n".join(_sentences(gold, lang))


def _sentences(gold: JsonObject, lang: str) -> list[str]:
    sentences = gold["sentences"]
    return [text_of(s, "text").replace("\n", " ") for s in objects_of(sentences, lang)] if isinstance(sentences, dict) else []


def _list_pairs(copies: Sequence[Copy], names: Mapping[str, str], ids: set[str]) -> list[tuple[str, str]]:
    """Return the pairs (copy, original) that are said to be translations, by the fold of the copy."""
    pairs = [(names[c.article], names[c.of]) for c in copies if c.kind == "translated"]
    return sorted((a, b) for a, b in pairs if a.split("/")[0] in ids)


def _count_others(copies: Sequence[Copy], names: Mapping[str, str], ids: set[str]) -> int:
    """Return how many copies of other kinds are claimed: there are none by the gold, though reports of one event do share text."""
    return sum(c.kind not in ("agency", "translated") and names[c.article].split("/")[0] in ids for c in copies)


def _is_right(pair: tuple[str, str]) -> bool:
    return pair[0].split("/")[0] == pair[1].split("/")[0]


def _score(pairs: Sequence[tuple[str, str]], ids: Sequence[str]) -> JsonObject:
    """Return precision, recall and F1 of pairs with intervals over documents."""
    by_id = {id: [p for p in pairs if p[0].split("/")[0] == id] for id in ids}

    def score(drawn: Sequence[str]) -> JsonObject:
        chosen = [pair for id in drawn for pair in by_id[id]]
        return f1(sum(map(_is_right, chosen)), len(chosen), len(drawn))

    result = score(ids)
    generator = random.Random(_SEED)
    drawn = [score(generator.choices(ids, k=len(ids))) for _ in range(int(SAMPLES))]
    for key in ("p", "r", "f1"):
        values = sorted(float(str(d[key])) for d in drawn)
        result[f"{key}_95"] = [values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]]
    return result


def _with_interval(scores: JsonObject, key: str) -> str:
    low, high = (100 * float(str(bound)) for bound in as_list(scores[f"{key}_95"]))
    return f"{100 * float(str(scores[key])):.1f} ({low:.0f} to {high:.0f})"


def _group(pairs: Sequence[tuple[str, str]], items: Sequence[str]) -> list[JsonObject]:
    """Return for each article the group it is in: articles that are copies of one another, step by step."""
    root = {item: item for item in items}

    def find(item: str) -> str:
        while root.setdefault(item, item) != item:
            item = root[item]
        return item

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        root[second] = first
    return [{"id": item, "cluster": find(item)} for item in items]


def _retrieve(gold: Sequence[JsonObject], sentences: Mapping[str, Rows]) -> list[JsonObject]:
    """Return for each sentence the one most like it in the other language, among those of all documents.

    A sentence is taken as what it says beyond its document (its vector less the mean), the document as that mean; both likenesses are added. Sentences that are like many others count less: each
    likeness is taken less the mean likeness of either sentence with its `_NEIGHBOURS` nearest (cross-domain similarity local scaling, Conneau et al. 2018).
    """
    sides = []
    for lang in LANGS:
        keys: list[str] = []
        own: list[Rows] = []
        whole: list[Rows] = []
        for name in (f"{record['id']}/{lang}" for record in gold):
            if name not in sentences:
                continue
            rows = sentences[name]
            told = [k for k in range(len(rows)) if k != 1]  # the dateline is left out, as the scorer does
            mean = rows[told].mean(axis=0)
            keys += [f"{name}/{k}" for k in told]
            own.append(_unit(rows[told] - mean))
            whole.append(np.repeat(_unit(mean[None]), len(told), axis=0))
        sides.append((keys, np.vstack(own), np.vstack(whole)))
    (queries, one, about), (answers, other, others) = sides
    likeness = one @ other.T + about @ others.T
    crowds = [np.sort(likeness, axis=axis).take(range(-min(_NEIGHBOURS, likeness.shape[axis]), 0), axis=axis).mean(axis=axis, keepdims=True) for axis in (0, 1)]
    best = (likeness - sum(crowds) / 2).argmax(axis=1)
    return [{"query": query, "best": answers[int(b)]} for query, b in zip(queries, best, strict=True)]


def _read_alone(gold: Sequence[JsonObject], read: Read, bench: Bench) -> dict[str, Rows]:
    """Return the vectors of the sentences of each text, each read without its article, as what is said is where tellings are compared."""
    articles = {a.article.name: a.article for a in read.analyses}
    tables: dict[str, Rows] = {}
    for name, lang, sentences in _list_texts(gold, articles):
        meanings = bench.model.read_alone(articles[name], [(name, span) for span in _spans(sentences)])
        tables[name] = _narrow([unpack_vector(m.vector) for m in meanings], lang)
    return tables


def _read_in_article(gold: Sequence[JsonObject], encodings: Mapping[str, Encoding]) -> dict[str, Rows]:
    """Return the vectors of the sentences of each text, read with all around them, as copies are compared: the mean of those that the encoding has in it, by how much of it they cover."""
    tables: dict[str, Rows] = {}
    for name, lang, sentences in _list_texts(gold, encodings):
        vectors = np.stack([unpack_vector(v.values) for v in encodings[name].vectors]).astype(np.float64)
        tables[name] = _narrow([np.array([span.overlap(v.span) for v in encodings[name].vectors], dtype=np.float64) @ vectors for span in _spans(sentences)], lang)
    return tables


def _list_texts(gold: Sequence[JsonObject], known: Container[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (name, language, sentences) of the known texts whose sentences are marked as translations of one another."""
    for record in gold:
        for lang in LANGS:
            if record.get("aligned") and f"{record['id']}/{lang}" in known:
                yield f"{record['id']}/{lang}", lang, _sentences(record, lang)


def _spans(sentences: Sequence[str]) -> list[Span]:
    """Return where the sentences of a text stand in it, one a line."""
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    return [Span(start=end - len(sentence) - 1, end=end - 1) for sentence, end in zip(sentences, ends, strict=True)]


def _narrow(vectors: Sequence[Vector], lang: str) -> Rows:
    return load_space().narrow(np.stack(vectors).astype(np.float32), lang).astype(np.float64)


def _unit(rows: Rows) -> Rows:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float64)
