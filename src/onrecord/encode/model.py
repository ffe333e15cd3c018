"""Run the shipped model over an article.

In: an `Article`. Out: its `Encoding`: tags, links between them, sentence vectors.
The only module that touches ONNX Runtime; loading is lazy, as it takes about half a second.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.sentences import split_sentences
from onrecord.encode.tags import LAYERS, LINK_WIDTH, RELATIONS, FloatArray, TaggedSpan, decode_spans, find_words, gap_bucket, layer_slices, word_probabilities
from onrecord.encode.windows import BEGIN, END, PAD, Window, cut_windows, hide_spans
from onrecord.errors import ModelError
from onrecord.records import Article, Encoding, Link, Meaning, SentenceVector, Span, Tag

BATCH_TOKENS = 1600
MIN_LINK = 0.05
_HEAD_LABELS = {"content", *LAYERS["force"]}
_FAMILIES = {"attribution": 0, "force": 1, "condition": 1, "party": 1}


class Model:
    """The encoder with its heads, loaded once; `encode` is deterministic.

    Args:
        path: an `.onnx` file written by `training/export.py`; the shipped one by default.
        threads: threads of one run; 0 = as many as there are cores.

    Raises:
        ModelError: the file is missing, damaged or made for other labels.
    """

    def __init__(self, path: Path | None = None, threads: int = 0) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads must not slow whatever else runs
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
        self.version: str = f"encode@{card['version']}"

    def encode(self, article: Article) -> Encoding:
        """Return what the model says of an article; dropped spans are not shown to it."""
        text = hide_spans(article.text, (d.span for d in article.dropped))
        windows = cut_windows(text, self._tokenizer)
        tags: list[Tag] = []
        links: list[Link] = []
        sentences = list(split_sentences(text))
        sums = np.zeros((len(sentences), 384), dtype=np.float32)
        for window, logits, link_rows, vectors in self._run(windows):
            found = _tag_window(text, window, logits)
            base = len(tags)
            tags.extend(tag for tag, _ in found)
            links.extend(self._link(found, link_rows, base))
            _add_to_sentences(sums, sentences, window, vectors)
        order = sorted(range(len(tags)), key=lambda i: (tags[i].span, tags[i].layer))
        place = {old: new for new, old in enumerate(order)}
        return Encoding(
            article=article.id,
            tags=tuple(tags[i] for i in order),
            links=tuple(sorted((Link(dependent=place[k.dependent], head=place[k.head], confidence=k.confidence) for k in links), key=lambda k: (k.dependent, k.head))),
            vectors=tuple(SentenceVector(span=s, values=pack_vector(v)) for s, v in zip(sentences, sums, strict=True) if v.any()),
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
        for (name, span), (window, _, _, vectors) in zip(passages, self._run(jobs), strict=True):
            words = [w for w in find_words(text, max(span.start, window.start), min(span.end, window.end)) if text[w[0]].isalnum()]
            means, first, _ = word_probabilities(vectors, window.offsets, words)
            kept = [k for k in range(len(words)) if first[k] >= 0]
            result.append(
                Meaning(
                    of=name, article=article.id, vector=pack_vector(vectors.mean(axis=0)), words=tuple(Span(start=words[k][0], end=words[k][1]) for k in kept),
                    word_vectors=b"".join(pack_vector(means[k]) for k in kept),
                )
            )  # fmt: skip
        return result

    def _run(self, windows: Sequence[Window]) -> Iterator[tuple[Window, FloatArray, FloatArray, FloatArray]]:
        """Yield (window, logits, links, vectors) in text order; windows of like length share a batch."""
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        results: dict[int, tuple[FloatArray, FloatArray, FloatArray]] = {}
        at = 0
        while at < len(order):
            stop = at + 1
            while stop < len(order) and len(windows[order[stop]].ids) * (stop + 1 - at) <= BATCH_TOKENS:
                stop += 1
            part = [windows[i] for i in order[at:stop]]
            size = max(len(w.ids) for w in part)
            ids = np.full((len(part), size), PAD, dtype=np.int32)
            mask = np.zeros((len(part), size), dtype=np.int32)
            for row, window in enumerate(part):
                ids[row, : len(window.ids)] = window.ids
                mask[row, : len(window.ids)] = 1
            logits, links, vectors = self._session.run(None, {"ids": ids, "mask": mask})
            for row, index in enumerate(order[at:stop]):
                n = len(windows[index].ids)
                results[index] = (logits[row, :n], links[row, :n], vectors[row, :n])
            at = stop
        for index, window in enumerate(windows):
            yield (window, *results[index])

    def _link(self, found: Sequence[tuple[Tag, TaggedSpan]], rows: FloatArray, base: int) -> Iterator[Link]:
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
                    yield Link(dependent=base + index, head=base + other, confidence=round(confidence, 4))


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """Return the shipped model, loaded at the first call."""
    return Model()


def pack_vector(values: NDArray[np.float32]) -> bytes:
    """Return a vector at unit length as packed float16."""
    length = float(np.linalg.norm(values)) or 1.0
    return (values / length).astype("<f2").tobytes()


def unpack_vector(values: bytes) -> FloatArray:
    """Return a packed vector as float32."""
    return np.frombuffer(values, dtype="<f2").astype(np.float32)


def _softmax(rows: FloatArray) -> FloatArray:
    shifted = np.exp(rows - rows.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def _tag_window(text: str, window: Window, logits: FloatArray) -> list[tuple[Tag, TaggedSpan]]:
    """Return the tags of one window with the tokens they stand on."""
    words = find_words(text, window.start, window.end)
    found: list[tuple[Tag, TaggedSpan]] = []
    for layer, where in layer_slices().items():
        for place in decode_spans(_softmax(logits[:, where]), window.offsets, words, LAYERS[layer]):
            span = Span(start=place.start, end=place.end)
            found.append((Tag(layer=layer, label=place.tag, span=span, confidence=round(place.probability, 4)), place))
    return found


def _add_to_sentences(sums: FloatArray, sentences: Sequence[Span], window: Window, vectors: FloatArray) -> None:
    """Add the token vectors of a window to the sentences they stand in."""
    starts = [s.start for s in sentences]
    for token, (start, end) in enumerate(window.offsets):
        if end > start >= 0:
            index = int(np.searchsorted(starts, start, side="right")) - 1
            if index >= 0 and start < sentences[index].end:
                sums[index] += vectors[token]
