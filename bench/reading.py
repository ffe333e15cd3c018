"""Reads records of the gold sets as `onrecord analyze` would: what the measurements of quality share.

In: records of a set. Out: analyses with the model's view of each, written beside the scores.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from bench import Bench, objects_of, text_of
from onrecord.records import Encoding, Page, Problem
from onrecord.results import Analysis
from onrecord.run.analyze import analyze_pages
from onrecord.sources.files import make_page
from onrecord.views import JsonObject, analysis_to_dict

SAMPLES = "200"
"""Bootstrap samples of the intervals in `scores.json`."""
_ARTICLE_FIELDS = ("lang", "title", "published", "url", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Articles that were analysed, with the model's view of each and what could not be read."""

    analyses: tuple[Analysis, ...]
    encodings: dict[str, Encoding]
    problems: tuple[Problem, ...]


def analyze(bench: Bench, records: Sequence[JsonObject], name: str) -> Read:
    """Analyse records as `onrecord analyze` would read them; write its output as `NAME.jsonl`."""
    pages = [_make_page(record) for record in records]
    analyses: list[Analysis] = []
    encodings: dict[str, Encoding] = {}
    problems: list[Problem] = []
    for done, item in enumerate(analyze_pages(pages, bench.model), 1):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            analyses.append(item[0])
            if item[1] is not None:
                encodings[item[0].article.id] = item[1]
        if done % 100 == 0:
            print(f"  {name}: {done} of {len(pages)}", file=sys.stderr, flush=True)
    bench.write(f"{name}.jsonl", map(analysis_to_dict, analyses))
    if problems:
        print(f"  {name}: {len(problems)} records could not be read, first: {problems[0].where}: {problems[0].message}", file=sys.stderr)
    return Read(analyses=tuple(analyses), encodings=encodings, problems=tuple(problems))


def _make_page(record: JsonObject) -> Page:
    fields = {name: str(record[name]) if record.get(name) else None for name in _ARTICLE_FIELDS}
    return make_page(
        text_of(record, "id"), "record", text_of(record, "text").encode("utf-8", "surrogatepass"), lang=fields["lang"], title=fields["title"],
        published=fields["published"], url=fields["url"], outlet=fields["outlet"],
    )  # fmt: skip


def incident_records(incident: JsonObject) -> list[JsonObject]:
    """Return the articles of an incident as input of `onrecord`, named `INCIDENT/ARTICLE`."""
    return [{**{k: a.get(k) for k in _ARTICLE_FIELDS}, "id": f"{incident['id']}/{a['id']}", "text": a["text"], "lang": "en"} for a in objects_of(incident, "articles")]
