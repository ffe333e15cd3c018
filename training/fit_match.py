"""Fit `statements/match.toml` and `statements/space.npy` on invented tellings: who tells which utterance, in twelve languages.

    python -m training.fit_match --tellings training/data/tellings --out src/onrecord/statements

A story file has blocks `## id | note`, one telling a line: `utterance | outlet | lang | speaker or - | text`. The tellings of
an outlet in one language become an article; every pair of tellings of a story is an example. Logistic regression by Newton
steps with a quadratic penalty; features that argue against their sign are dropped. The space of word vectors is fitted
first, on eight stories of ten: their mean, the directions in which they differ most, and from there those in which words of one utterance meet
(`learn_space.py`). The weights are fitted on the ninth, the tenth is held out and scored. It needs the packages of training beside the product.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from onrecord.encode.model import Model
from onrecord.ids import make_id
from onrecord.records import Attribution, Meaning, Span
from onrecord.results import Analysis
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import read_meanings
from onrecord.run.sketch import make_sketch
from onrecord.sources.files import make_page
from onrecord.statements.features import FEATURES, Tellings, compare_tellings, find_possible
from onrecord.statements.sides import unpack
from onrecord.statements.space import Space, load_space, plain_space, write_space
from training.pairing import Pairing

SIGNED = {"aligned_best": 1, "aligned_least": 1, "shared_stems_best": 1, "shared_stems_least": 1, "shared_names": 1, "shared_numbers": 1,
          "same_force": 1, "same_speaker": 1, "names_apart": -1, "numbers_apart": -1, "neighbours": -1}  # fmt: skip
HELD = {"same_article": (-1.0, 200.0), "neighbours": (-1.0, 50.0), "shared_numbers": (1.0, 200.0)}
"""Feature -> (value, how strongly it is held there): outlets of the invented stories seldom repeat themselves as real articles
do in headline, lead and quotation, so what stands in one article says more here than it may. And in invented stories each number belongs to one utterance, where in real
articles an age or a count goes through all of them: fitted freely a number weighs 3.6, and two tellings of one age are joined by it."""
ALIGNED = ("aligned_best", "aligned_least")
PARTS, FOR_WEIGHTS, HELD_OUT = 10, 5, 0
"""Of every ten stories one is for the weights and one is held out; the space is learned on the others, so that the weights do not take what it knows by heart for sure."""
UNNAMED = 0.5
"""Every pair counts twice, as it stands and with this share of the speakers not known ("police said"): only then is it learned what a known speaker is worth."""
SEED = 7
KEPT = 64
"""Directions of the space that are kept of the 384: fitted with 64, 96 and 384, see docs/quality.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One line of a story file."""

    story: str
    utterance: str
    outlet: str
    lang: str
    speaker: str | None
    text: str


def read_tellings(folder: Path) -> list[Telling]:
    """Return all tellings of a folder. Raises `ValueError` for a line without its five fields."""
    result: list[Telling] = []
    for path in sorted(folder.glob("*.txt")):
        story = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("## "):
                story = line[3:].split(" | ")[0]
            elif line.strip():
                fields = line.split(" | ")
                if len(fields) != 5:
                    raise ValueError(f"{path}:{number}: {len(fields)} fields; allowed: 5")
                utterance, outlet, lang, speaker, text = (field.strip() for field in fields)
                result.append(Telling(story=story, utterance=utterance, outlet=outlet, lang=lang, speaker=None if speaker == "-" else speaker, text=text))
    return result


def analyze_story(tellings: list[Telling], model: Model) -> tuple[list[tuple[Analysis, list[Meaning]]], dict[str, str]]:
    """Return a story's articles with their meanings, and the utterance each telling tells (attribution id -> label)."""
    articles: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        articles[telling.outlet, telling.lang].append(telling)
    analyses: list[Analysis] = []
    labels: dict[str, str] = {}
    for (outlet, lang), mine in sorted(articles.items()):
        text = "\n\n".join(t.text for t in mine)
        page = make_page(f"{mine[0].story}/{outlet}/{lang}", "record", text.encode(), lang=lang)
        found = next((item[0] for item in analyze_pages([page], model) if isinstance(item, tuple)), None)
        if found is None:
            continue
        kept: list[Attribution] = []
        at = 0
        for telling in mine:
            span = Span(start=at, end=at + len(telling.text))
            at = span.end + 2
            inside = [a for a in found.attributions if span.holds(a.span)]
            best = max(inside, key=lambda a: a.span.end - a.span.start, default=None) or whole(found.article.id, span)
            best = replace(best, speaker=telling.speaker, speaker_how="named")
            kept.append(best)
            labels[best.id] = telling.utterance
        analyses.append(replace(found, attributions=tuple(kept)))
    return [(analysis, read_meanings(analysis, model)) for analysis in analyses], labels


def fit_space(meanings: list[Meaning]) -> Space:
    """Return the space of sentences as it is, and for words their mean and the directions in which they differ most."""
    rows = np.concatenate([unpack(m.word_vectors) for m in meanings if m.word_vectors]).astype(np.float64)
    centre = rows.mean(axis=0)
    values, vectors = np.linalg.eigh(np.cov(rows - centre, rowvar=False))
    told = vectors[:, np.argsort(-values)[:KEPT]]
    told = told * np.where(told[np.abs(told).argmax(axis=0), np.arange(told.shape[1])] < 0, -1.0, 1.0)  # a direction has no sign: always the same one
    print(f"space: {KEPT} of 384 directions hold {np.sort(values)[::-1][:KEPT].sum() / values.sum():.3f} of the differences of {len(rows)} words")
    nothing, as_they_are = np.zeros(KEPT, dtype=np.float32), load_space()
    return replace(as_they_are, centre=centre.astype(np.float32), told=told.astype(np.float32), weight=nothing, weight_bias=0.0)


def whole(article: str, span: Span) -> Attribution:
    """Return a telling in which the model saw no attribution, as one."""
    return Attribution(
        id=make_id("attribution", article, [[span.start, span.end]], []), article=article, source=(), cue=(), content=(span,), type="indirect",
        speaker=None, speaker_as_written=None, speaker_how="no source in the text", speaker_evidence=None, addressee=None, occasion=None,
        said_at=None, said_at_evidence=None, confidence=0.5, made_by="training",
    )  # fmt: skip


Job = tuple[list[tuple[Analysis, list[Meaning]]], dict[str, str]]


def collect(jobs: list[Job], space: Space, rarity: Callable[[str], float]) -> tuple[np.ndarray, np.ndarray]:
    """Return features (pairs, features) and labels of all pairs of a story that may be one."""
    found = [(p.features, p.labels) for share in (0.0, UNNAMED) for p in pair_articles(jobs, space, rarity, share)]
    return np.concatenate([rows for rows, _ in found]).astype(np.float64), np.concatenate([labels for _, labels in found]).astype(np.float64)


def pair_articles(jobs: list[Job], space: Space, rarity: Callable[[str], float], unnamed: float) -> Iterator[Pairing]:
    """Yield all pairs of articles of a story; of a share `unnamed` of the tellings the speaker is not known."""
    rng = random.Random(SEED)
    for found, known in jobs:
        sketches = [make_sketch(analysis, None, meanings, rarity, space) for analysis, meanings in found]
        articles = [Tellings(sketch, [replace(g, speaker=None, is_institution=False, country=None) if rng.random() < unnamed else g for g in sketch.gists]) for sketch in sketches]
        for k, left in enumerate(articles):
            for right in articles[k:]:
                features, possible = compare_tellings(left, right, space), find_possible(left, right)
                told, other = (np.array([known[g.attribution or ""] for g in tellings.gists]) for tellings in (left, right))
                whole, other_whole = (np.array([g.attribution for g in tellings.gists]) for tellings in (left, right))
                possible &= whole[:, None] != other_whole[None, :]  # two sentences of one telling are no example of anything
                rows, columns = np.nonzero(np.triu(possible, 1) if left is right else possible)
                if len(rows):
                    yield Pairing(
                        left=left.words, left_counts=left.counts, right=right.words, right_counts=right.counts, pairs=(rows, columns),
                        features=np.stack([features[name][rows, columns] for name in FEATURES], axis=1).astype(np.float32),
                        labels=(told[rows] == other[columns]).astype(np.float32),
                    )  # fmt: skip


def fit(rows: np.ndarray, labels: np.ndarray, penalty: float = 2.0) -> np.ndarray:
    """Return the weights."""
    active = np.ones(len(FEATURES), dtype=bool)
    prior = np.array([HELD.get(name, (0.0, 0.0))[0] for name in FEATURES])
    strength = np.array([0.01 if name == "bias" else HELD.get(name, (0.0, penalty))[1] for name in FEATURES])
    while True:
        weights = prior * active
        for _ in range(60):
            p = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
            gradient = rows.T @ (p - labels) + strength * (weights - prior)
            hessian = (rows * (p * (1 - p))[:, None]).T @ rows + np.diag(strength)
            gradient[~active] = 0
            hessian[~active] = 0
            hessian[:, ~active] = 0
            hessian[~active, ~active] = 1
            step = np.linalg.solve(hessian, gradient)
            weights = weights - step
            if np.abs(step).max() < 1e-6:
                break
        wrong = [k for k, name in enumerate(FEATURES) if active[k] and SIGNED.get(name, 0) * weights[k] < -1e-9]
        if not wrong:
            return weights
        active[min(wrong, key=lambda k: SIGNED[FEATURES[k]] * weights[k])] = False


def describe(name: str, rows: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> None:
    """Print average precision, and precision, recall and F1 at one half, over all pairs and over pairs in two languages."""
    p = 1 / (1 + np.exp(-(rows @ weights)))
    for what, chosen in (("all", np.ones(len(labels), dtype=bool)), ("two languages", rows[:, FEATURES.index("other_language")] > 0)):
        right = float(((p > 0.5) & (labels > 0) & chosen).sum())
        precision, recall = right / max(((p > 0.5) & chosen).sum(), 1), right / max(((labels > 0) & chosen).sum(), 1)
        ranked = labels[chosen][np.argsort(-p[chosen], kind="stable")]
        average = float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1) * ranked).sum() / max(ranked.sum(), 1))
        print(
            f"{name}, {what}: {int(chosen.sum())} pairs, {int(ranked.sum())} of one utterance, average precision {average:.3f}, P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"
        )


def main() -> None:
    """Fit and write weights and space."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tellings", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--keep-space", action="store_true", help="fit the weights alone, in the space that is shipped")
    args = parser.parse_args()
    stories: dict[str, list[Telling]] = defaultdict(list)
    for telling in read_tellings(args.tellings):
        stories[telling.story].append(telling)
    model = Model()
    jobs = [analyze_story(tellings, model) for _, tellings in sorted(stories.items())]
    write(*fit_all(jobs, model.rarity, load_space() if args.keep_space else None), args.out)


def fit_all(jobs: list[Job], rarity: Callable[[str], float], space: Space | None = None) -> tuple[Space, np.ndarray]:
    """Return the fitted space and weights, and print how good they are; a `space` that is given is kept."""
    if space is None:
        learned = [job for k, job in enumerate(jobs) if k % PARTS not in (FOR_WEIGHTS, HELD_OUT)]
        space = learn_words(fit_space([m for found, _ in learned for _, meanings in found for m in meanings]), learned, rarity)
    rows, labels = collect(jobs[FOR_WEIGHTS::PARTS], space, rarity)
    weights = fit(rows, labels)
    describe("weights fitted on", rows, labels, weights)
    describe("held out", *collect(jobs[HELD_OUT::PARTS], space, rarity), weights)
    return space, weights


def leave_words(space: Space) -> Space:
    """Return a space in which the words of tellings stay as wide as the model gives them and all matter alike: what is learned begins there."""
    plain = plain_space()
    return replace(space, told=plain.told, weight=plain.weight, weight_bias=plain.weight_bias)


def learn_words(space: Space, jobs: list[Job], rarity: Callable[[str], float]) -> Space:
    """Return the space with its part for words learned, on what the vectors of the plain space are."""
    from training.learn_space import learn_space  # needs torch, which nothing else here does

    plain = [k for k, name in enumerate(FEATURES) if name not in ALIGNED]
    pairings = [replace(p, features=np.ascontiguousarray(p.features[:, plain])) for p in pair_articles(jobs, leave_words(space), rarity, UNNAMED)]
    return learn_space(space, pairings)


def write(space: Space, weights: np.ndarray, folder: Path) -> None:
    """Write both files."""
    lines = ["# Weights of the logistic model in match.py. Fitted by training/fit_match.py on training/data/tellings.", "[weights]"]
    lines += [f"{name} = {value:.3f}" for name, value in zip(FEATURES, weights, strict=True)]
    (folder / "match.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "space.npy").write_bytes(write_space(space))


if __name__ == "__main__":
    main()
