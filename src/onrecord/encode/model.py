"""Run the shipped model over an article.

In: an `Article`. Out: its `Encoding`: tags, links between them, sentence vectors.
The only module that touches ONNX Runtime; loading is lazy, as it takes about half a second.
"""

from __future__ import annotations

import json
import os
import zlib
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.rarity import WordRarity
from onrecord.encode.sentences import split_sentences
from onrecord.encode.tags import (
    LAYERS,
    LINK_WIDTH,
    RELATIONS,
    FloatArray,
    Lattice,
    TaggedSpan,
    average_by_word,
    decode_spans,
    find_words,
    gap_bucket,
    layer_probabilities,
    layer_slices,
    make_lattices,
    outside_row,
)
from onrecord.encode.windows import BEGIN, END, Window, cut_windows, hide_spans
from onrecord.errors import ModelError
from onrecord.records import Article, Encoding, Link, Meaning, SentenceVector, Span, Tag

MIN_LINK = 0.05
MOST_THREADS = 8
WIDTH = 384
_HEAD_LABELS = {"content", *LAYERS["force"]}
_FAMILIES = {"attribution": 0, "force": 1, "condition": 1, "party": 1}


Output = tuple[FloatArray, FloatArray, FloatArray]
"""Tag logits, link rows and vectors of the tokens of a window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the model says of one window; `links` number its own `tags`, `vectors` are sums by sentence of the article."""

    tags: tuple[Tag, ...]
    links: tuple[Link, ...]
    vectors: dict[int, FloatArray]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article the model is at work on."""

    article: Article
    sentences: tuple[Span, ...]
    seen: tuple[Future[Seen], ...]


class Model:
    """The encoder with its heads, loaded once; `encode` is deterministic.

    Args:
        path: an `.onnx` file written by `training/export.py`; the shipped one by default.
        threads: windows read at the same time; 0 = as many as there are cores, at most `MOST_THREADS`.

    Raises:
        ModelError: the file is missing, damaged or made for other labels.
    """

    def __init__(self, path: Path | None = None, threads: int = 0) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # windows run side by side instead: no thread waits for another inside an operator
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        try:
            if path is None:
                with as_file(files("onrecord.encode") / "model.onnx") as shipped:
                    self._session = onnxruntime.InferenceSession(str(shipped), options, providers=["CPUExecutionProvider"])
            else:
                self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            properties = self._session.get_modelmeta().custom_metadata_map
            card = json.loads(properties["onrecord"])
            self._tokenizer = Tokenizer.from_str(zlib.decompress(b64decode(properties["tokenizer"])).decode("utf-8"))
        except Exception as error:  # ONNX Runtime raises its own untyped errors; all mean the same to the caller
            raise ModelError(f"the model file cannot be read: `{error}`", hint="reinstall onrecord") from error
        if {k: tuple(v) for k, v in card["layers"].items()} != LAYERS:
            raise ModelError("the model file was made for other labels", hint="rebuild it as training/README.md says")
        self._bias = dict(zip(RELATIONS, card["link_bias"], strict=True))
        self._gap = dict(zip(RELATIONS, card["link_gap"], strict=True))
        self._lattices = make_lattices({layer: np.asarray(rows, dtype=np.float32) for layer, rows in card.get("steps", {}).items()})
        self._workers = ThreadPoolExecutor(threads or min(count_cores(), MOST_THREADS), thread_name_prefix="encode")
        self.version: str = f"encode@{card['version']}"
        self.rarity = WordRarity(self._tokenizer)

    def encode(self, article: Article) -> Encoding:
        """Return what the model says of an article; dropped spans are not shown to it."""
        return self.finish(self.begin(article))

    def begin(self, article: Article) -> Reading:
        """Set the model to work on an article and return at once; `finish` gives the result."""
        text = hide_spans(article.text, (d.span for d in article.dropped))
        sentences = tuple(split_sentences(text))
        windows = cut_windows(text, self._tokenizer)
        return Reading(article=article, sentences=sentences, seen=tuple(self._workers.submit(self._see, text, sentences, w) for w in windows))

    def finish(self, reading: Reading) -> Encoding:
        """Return what the model says of the article that `begin` was given."""
        tags: list[Tag] = []
        links: list[Link] = []
        sums = np.zeros((len(reading.sentences), WIDTH), dtype=np.float32)
        for output in reading.seen:
            seen = output.result()
            links.extend(Link(dependent=k.dependent + len(tags), head=k.head + len(tags), confidence=k.confidence) for k in seen.links)
            tags.extend(seen.tags)
            for index, vector in seen.vectors.items():
                sums[index] += vector
        order = sorted(range(len(tags)), key=lambda i: (tags[i].span, tags[i].layer))
        place = {old: new for new, old in enumerate(order)}
        return Encoding(
            article=reading.article.id,
            tags=tuple(tags[i] for i in order),
            links=tuple(sorted((Link(dependent=place[k.dependent], head=place[k.head], confidence=k.confidence) for k in links), key=lambda k: (k.dependent, k.head))),
            vectors=tuple(SentenceVector(span=s, values=pack_vector(v)) for s, v in zip(reading.sentences, sums, strict=True) if v.any()),
            made_by=self.version,
        )  # fmt: skip

    def read_alone(self, article: Article, passages: Sequence[tuple[str, Span]]) -> list[Meaning]:
        """Return what passages mean, each read alone (inside its article every vector would carry the paragraph around it).

        Args:
            article: the article they stand in.
            passages: (attribution id, span) of each; a span longer than a window counts up to there.
        """
        text = article.text
        jobs: list[Window] = []
        for _, span in passages:
            parts = cut_windows(span.of(text), self._tokenizer)
            jobs.append(parts[0].shifted(span.start) if parts else Window(ids=(BEGIN, END), offsets=((-1, -1), (-1, -1))))
        result = []
        for (name, span), window, (_, _, vectors) in zip(passages, jobs, self._workers.map(self._read, jobs), strict=True):
            words = [w for w in find_words(text, max(span.start, window.start), min(span.end, window.end)) if text[w[0]].isalnum()]
            table = average_by_word(vectors, window.offsets, words)
            kept = [k for k in range(len(words)) if table.first[k] >= 0]
            result.append(
                Meaning(
                    of=name, article=article.id, vector=pack_vector(vectors.mean(axis=0)), words=tuple(Span(start=words[k][0], end=words[k][1]) for k in kept),
                    word_vectors=b"".join(pack_vector(table.means[k]) for k in kept),
                )
            )  # fmt: skip
        return result

    def _read(self, window: Window) -> Output:
        """Return the model's output for one window, (tokens, ...) each. Windows are run alone: nothing is padded, and results do not depend on the neighbours."""
        logits, links, vectors = self._session.run(None, {"ids": np.array([window.ids], dtype=np.int32)})
        return logits[0], links[0], vectors[0]

    def _see(self, text: str, sentences: Sequence[Span], window: Window) -> Seen:
        """Return what the model says of one window. Little is kept of its output, so that a long article does not fill the memory."""
        logits, link_rows, vectors = self._read(window)
        found = _tag_window(text, window, logits, self._lattices)
        return Seen(tags=tuple(tag for tag, _ in found), links=tuple(self._link(found, link_rows)), vectors=_sum_by_sentence(sentences, window, vectors))

    def _link(self, found: Sequence[tuple[Tag, TaggedSpan]], rows: FloatArray) -> Iterator[Link]:
        """Yield the links among the tags of one window that are not near impossible."""
        heads = [i for i, (tag, _) in enumerate(found) if tag.label in _HEAD_LABELS]
        for index, (tag, place) in enumerate(found):
            if tag.layer not in _FAMILIES or (tag.layer == "force"):
                continue
            family = _FAMILIES[tag.layer]
            relation = "condition" if tag.layer == "condition" else tag.label
            left = family * 2 * LINK_WIDTH
            dependent = (rows[place.first, left : left + LINK_WIDTH] + rows[place.last, left : left + LINK_WIDTH]) / 2
            for other in heads:
                head_tag, head_place = found[other]
                if other == index or _FAMILIES[head_tag.layer] != family or (tag.label == "content" and other > index):
                    continue
                right = left + LINK_WIDTH
                head = (rows[head_place.first, right : right + LINK_WIDTH] + rows[head_place.last, right : right + LINK_WIDTH]) / 2
                gap = gap_bucket((place.first, place.last), (head_place.first, head_place.last))
                score = float(dependent @ head) / LINK_WIDTH**0.5 + self._bias[relation] + self._gap[relation][gap]
                confidence = 1 / (1 + float(np.exp(-max(min(score, 30.0), -30.0))))
                if confidence >= MIN_LINK:
                    yield Link(dependent=index, head=other, confidence=round(confidence, 4))


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """Return the shipped model, loaded at the first call."""
    return Model()


def count_cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def pack_vector(values: NDArray[np.float32]) -> bytes:
    """Return a vector at unit length as packed float16."""
    length = float(np.linalg.norm(values)) or 1.0
    return (values / length).astype("<f2").tobytes()


def unpack_vector(values: bytes) -> FloatArray:
    """Return a packed vector as float32."""
    return np.frombuffer(values, dtype="<f2").astype(np.float32)


def _tag_window(text: str, window: Window, logits: FloatArray, lattices: Mapping[str, Lattice]) -> list[tuple[Tag, TaggedSpan]]:
    """Return the tags of one window with the tokens they stand on."""
    table = average_by_word(layer_probabilities(logits), window.offsets, find_words(text, window.start, window.end), outside_row())
    found: list[tuple[Tag, TaggedSpan]] = []
    for layer, where in layer_slices().items():
        for place in decode_spans(table, where, LAYERS[layer], lattices[layer]):
            span = Span(start=place.start, end=place.end)
            found.append((Tag(layer=layer, label=place.tag, span=span, confidence=round(place.probability, 4)), place))
    return found


def _sum_by_sentence(sentences: Sequence[Span], window: Window, vectors: FloatArray) -> dict[int, FloatArray]:
    """Return sentence -> the sum of the vectors of its tokens in the window."""
    starts = [s.start for s in sentences]
    rows: dict[int, list[int]] = {}
    for token, (start, end) in enumerate(window.offsets):
        if end > start >= 0:
            index = bisect_right(starts, start) - 1
            if index >= 0 and start < sentences[index].end:
                rows.setdefault(index, []).append(token)
    return {index: np.asarray(vectors[tokens].sum(axis=0), dtype=np.float32) for index, tokens in rows.items()}
