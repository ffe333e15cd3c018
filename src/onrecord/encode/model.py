"""Run the shipped model over an article.

In: an `Article`. Out: its `Encoding`: tags, links between them, sentence vectors.
The only module that touches ONNX Runtime; loading is lazy, as it takes about half a second.
"""

from __future__ import annotations

import json
import os
import zlib
from base64 import b64decode
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import pairwise
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.rarity import WordRarity
from onrecord.encode.tags import (
    LAYERS,
    LINK_WIDTH,
    RELATIONS,
    FloatArray,
    TaggedSpan,
    average_by_word,
    decode_spans,
    find_words,
    gap_bucket,
    layer_probabilities,
    layer_slices,
    outside_row,
)
from onrecord.encode.windows import BEGIN, END, Window, cut_windows, hide_spans
from onrecord.errors import ModelError
from onrecord.languages.readable import make_readable
from onrecord.languages.sentences import split_sentences
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
        self._workers = ThreadPoolExecutor(threads or min(count_cores(), MOST_THREADS), thread_name_prefix="encode")
        self.version: str = f"encode@{card['version']}"
        self.rarity = WordRarity(self._tokenizer)

    def encode(self, article: Article) -> Encoding:
        """Return what the model says of an article; dropped spans are not shown to it."""
        return self.finish(self.begin(article))

    def begin(self, article: Article) -> Reading:
        """Set the model to work on an article and return at once; `finish` gives the result."""
        text = make_readable(hide_spans(article.text, (d.span for d in article.dropped)))
        sentences = tuple(split_sentences(text))
        windows = cut_windows(text, self._tokenizer)
        borders = np.array([(s.start, s.end) for s in sentences], dtype=np.int64).reshape(-1, 2)
        return Reading(article=article, sentences=sentences, seen=tuple(self._workers.submit(self._see, text, borders, w) for w in windows))

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
        order = sorted(range(len(tags)), key=lambda i: (tags[i].span.start, tags[i].span.end, tags[i].layer))
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
            passages: (utterance id, span) of each; a span longer than a window counts up to there.
        """
        text = make_readable(article.text)
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

    def _see(self, text: str, sentences: NDArray[np.int64], window: Window) -> Seen:
        """Return what the model says of one window. Little is kept of its output, so that a long article does not fill the memory."""
        logits, link_rows, vectors = self._read(window)
        found = _tag_window(text, window, logits)
        return Seen(tags=tuple(tag for tag, _ in found), links=tuple(self._link(found, link_rows)), vectors=sum_by_sentence(sentences, window, vectors))

    def _link(self, found: Sequence[tuple[Tag, TaggedSpan]], rows: FloatArray) -> Iterator[Link]:
        """Yield the links among the tags of one window that are not near impossible."""
        heads: list[tuple[int, int, TaggedSpan, FloatArray]] = []
        for index, (tag, place) in enumerate(found):
            if tag.label in _HEAD_LABELS:
                family = _FAMILIES[tag.layer]
                heads.append((index, family, place, _average_ends(rows, place, (2 * family + 1) * LINK_WIDTH)))
        for index, (tag, place) in enumerate(found):
            if tag.layer not in _FAMILIES or (tag.layer == "force"):
                continue
            family = _FAMILIES[tag.layer]
            relation = "condition" if tag.layer == "condition" else tag.label
            dependent = _average_ends(rows, place, 2 * family * LINK_WIDTH)
            for other, head_family, head_place, head in heads:
                if other == index or head_family != family or (tag.label == "content" and other > index):
                    continue
                gap = gap_bucket((place.first, place.last), (head_place.first, head_place.last))
                score = float(dependent @ head) / LINK_WIDTH**0.5 + self._bias[relation] + self._gap[relation][gap]
                confidence = 1 / (1 + exp(-max(min(score, 30.0), -30.0)))
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


def _tag_window(text: str, window: Window, logits: FloatArray) -> list[tuple[Tag, TaggedSpan]]:
    """Return the tags of one window with the tokens they stand on."""
    table = average_by_word(layer_probabilities(logits), window.offsets, find_words(text, window.start, window.end), outside_row())
    found: list[tuple[Tag, TaggedSpan]] = []
    for layer, where in layer_slices().items():
        for place in decode_spans(table, where, LAYERS[layer]):
            span = Span(start=place.start, end=place.end)
            found.append((Tag(layer=layer, label=place.tag, span=span, confidence=round(place.probability, 4)), place))
    return found


def _average_ends(rows: FloatArray, place: TaggedSpan, left: int) -> FloatArray:
    """Return the mean of the link rows of the first and the last token of a span, from column `left` on."""
    return np.asarray((rows[place.first, left : left + LINK_WIDTH] + rows[place.last, left : left + LINK_WIDTH]) / 2, dtype=np.float32)


def sum_by_sentence(sentences: NDArray[np.int64], window: Window, vectors: FloatArray) -> dict[int, FloatArray]:
    """Return sentence -> the sum of the vectors of its tokens in the window; `sentences` are (start, end) in order."""
    places = np.array(window.offsets, dtype=np.int64).reshape(-1, 2)
    tokens = np.flatnonzero((places[:, 1] > places[:, 0]) & (places[:, 0] >= 0))
    of_token = np.searchsorted(sentences[:, 0], places[tokens, 0], side="right") - 1
    inside = (of_token >= 0) & (places[tokens, 0] < sentences[of_token, 1]) if len(sentences) else np.zeros(len(tokens), dtype=np.bool_)
    tokens, of_token = tokens[inside], of_token[inside]
    cuts = [0, *(np.flatnonzero(of_token[1:] != of_token[:-1]) + 1).tolist(), len(tokens)] if len(tokens) else []
    return {int(of_token[start]): np.asarray(vectors[tokens[start:stop]].sum(axis=0), dtype=np.float32) for start, stop in pairwise(cuts)}
