"""Write `docs/records.md`: every record and every field, from the classes themselves and the meanings below.

    python -m docs.make_records            # write the page
    python -m docs.make_records --check    # exit status 1 when the page is not what the classes say

A field without a meaning, or a meaning without a field, stops it: the page cannot fall behind the code.
"""

from __future__ import annotations

import argparse
import inspect
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

from onrecord import results
from onrecord.records import article, between, encoding, pieces, values, within

PAGE = Path(__file__).with_name("records.md")

SHARED = {
    "id": "Digest of the kind and the identity fields: `kind-` and 16 hex digits.",
    "article": "Id of the article it stands in.",
    "made_by": "The stage that made it and the version of its rules, `stage@version`.",
    "confidence": "0 to 1; how sure the finding is. Calibrated on real news for attributions and commitments (`quality.md`), raw for names.",
}
"""Meanings that hold wherever a field has this name and no meaning of its own."""

MEANINGS = {
    "Span.start": "First code point.",
    "Span.end": "Code point after the last one.",
    "DateRange.start": "First day, ISO.",
    "DateRange.end": "Day after the last one, ISO.",
    "Problem.where": "Path, line of a JSON Lines file, or article name.",
    "Problem.code": "Stable code; [errors.md](errors.md) lists all.",
    "Problem.message": "What happened, with the value in backticks.",
    "Problem.hint": "The next step, when there is one.",
    "Page.name": "File name without its ending, or the `id` of a JSON Lines object.",
    "Page.form": "`text`, `html` or `record`.",
    "Page.data": "The bytes. Never stored.",
    "Page.lang": "Language as given beside the text, a BCP 47 tag.",
    "Page.title": "Title as given beside the text.",
    "Page.published": "Publication date as given beside the text, not yet read.",
    "Page.url": "Address as given beside the text.",
    "Page.outlet": "Outlet as given beside the text.",
    "Page.modified": "Time of the last change as given beside the text, not yet read.",
    "Page.is_summary": "True when whoever gave it brings only a summary along.",
    "Page.where": "The file it stands in, as the user named it, with the line where it has one. Absent: found by its name.",
    "Dropped.span": "What is left out of the news. It stays in the text.",
    "Dropped.reason": "`header`, `section`, `date_line`, `byline`, `sign_off`, `notice` or `platform`.",
    "Credit.span": "The words that name the origin.",
    "Credit.name": "Canonical name of an agency, otherwise the name as written.",
    "Credit.kind": "`agency`, `author` or `platform`.",
    "Article.name": "What people call it: the page's name. The `id` of the JSON output.",
    "Article.text": "The text as given (HTML: as extracted). All spans count its code points.",
    "Article.text_hash": "SHA-256 of the text, in hex.",
    "Article.lang": "Primary language tag, or `None` when it cannot be told.",
    "Article.title": "Title as given or found.",
    "Article.title_span": "Where the title stands in the text, if it does.",
    "Article.subheads": "Headings inside the text.",
    "Article.outlet": "Publisher: as given, else the host of the address, else what the page calls itself.",
    "Article.url": "Address as given or found.",
    "Article.published": "Day of publication, or a longer range when only that is known.",
    "Article.published_evidence": "Where the date stands in the text, if it does.",
    "Article.published_at": "The point in time (UTC), `None` when hour or zone is not known.",
    "Article.published_how": "Where the date comes from: `given`, `html`, `header`, `line`, `url` or `name`.",
    "Article.dropped": "What is not part of the told news, in text order.",
    "Article.credits": "Who is named as origin, in text order.",
    "Article.modified": "Day of the last change that any place names, `None` when none does.",
    "Article.modified_how": "Where that comes from: `given` (feed, sitemap, agency file), `html`, `header` or `line`.",
    "Article.stub": "True when it is, or may be, only its beginning (paywall) or a summary (feed).",
    "Article.passages_in": "Passages in another language, in text order.",
    "Article.notes": "Notes of correction, in text order. They count as told.",
    "Article.entry": "What the page of a live blog calls this entry of it, `None` for everything else.",
    "LanguageSpan.span": "The passage.",
    "LanguageSpan.lang": "Its language; `und-` and a script when only that is known.",
    "Note.span": "The words.",
    "Note.kind": "`correction`.",
    "Tag.layer": "`attribution`, `force`, `condition`, `party`, `entity` or `figure`.",
    "Tag.label": "The label within the layer (`source`, `threat`, `trigger` ...).",
    "Tag.span": "The words.",
    "Tag.confidence": "Mean probability of its words.",
    "Link.dependent": "Index of the tag that belongs.",
    "Link.head": "Index of the tag it belongs to.",
    "Link.confidence": "Probability that it does.",
    "SentenceVector.span": "The sentence.",
    "SentenceVector.values": "384 float16, packed, little end first.",
    "Meaning.of": "Id of the utterance: that of the attribution when it is the whole of it.",
    "Meaning.vector": "Unit vector of the whole content.",
    "Meaning.words": "The words that have a vector of their own.",
    "Meaning.word_vectors": "One unit vector a word, row by row.",
    "Encoding.tags": "Everything the model marked, in text order.",
    "Encoding.links": "Which tag belongs to which.",
    "Encoding.vectors": "One vector a sentence.",
    "Mention.span": "The name as it stands in the text.",
    "Mention.kind": "`person`, `organisation` or `place`.",
    "Mention.canonical": "Fullest form of the name in this article; English name of a country.",
    "DateMention.span": "The date expression.",
    "DateMention.range": "The days it means, `None` when it stays open.",
    "DateMention.how": "How it was resolved, or why it stays open.",
    "DateMention.is_deadline": "Its words say until when.",
    "Attribution.source": "Words that name who says it. May be empty.",
    "Attribution.cue": "Words that tell that something is said. May be empty, may be in two pieces.",
    "Attribution.content": "What is said. At least one piece.",
    "Attribution.type": "`direct`, `indirect` or `mixed`, by the share that stands between quotation marks; `topic` when it is only what somebody spoke about.",
    "Attribution.speaker": "Canonical name, `None` when unsure.",
    "Attribution.speaker_as_written": "The first source span as written.",
    "Attribution.speaker_how": "Why this speaker, or why none.",
    "Attribution.speaker_evidence": "Where the name stands that was taken.",
    "Attribution.addressee": "Who is spoken to, when the name follows the cue.",
    "Attribution.occasion": "Words that name the occasion (an interview, a news conference).",
    "Attribution.said_at": "When it was said, as far as this article tells.",
    "Attribution.said_at_evidence": "The date expression that was taken.",
    "Condition.span": "The clause, without its conjunction.",
    "Condition.kind": "`trigger`, `exception`, `prerequisite` or `deadline`; a deadline may stand inside another condition.",
    "Condition.bearing": "`while` where its ending sets free (as long as), `until` where its coming does, `once` or `after` where its coming is enough, `only` or `only_after` where nothing is done without it, `exchange` (in exchange for), `depends` (depending on), `if` for a prerequisite with a plain if and for an exception whose own words hold the negation, else `None`.",
    "Condition.empty": 'True where its subject is nothing to look out for ("it is all about threats"): it is not watched.',
    "Commitment.holder": "Words that name who is committed.",
    "Commitment.holder_canonical": "Canonical name of the holder, `None` when unsure.",
    "Commitment.force": "`threat`, `promise`, `refusal`, `demand`, `offer` or `warning`.",
    "Commitment.consequence": "What will be done, not done, or is required.",
    "Commitment.conditions": "Its conditions, in text order.",
    "Commitment.operator": "`any`, `all`, or `None` with fewer than two conditions to join.",
    "Commitment.operator_how": '`worded` when a word like "and" or "or" joins them, `listed` when they only follow one another; `None` without an operator.',
    "Commitment.addressee": "Words that name who is threatened, promised or asked.",
    "Commitment.addressee_canonical": "Canonical name of the addressee, `None` when unsure.",
    "Commitment.conditional": "True with a trigger, exception or prerequisite; a deadline alone does not count.",
    "Commitment.attribution": "Id of the attribution it stands in, `None` when the article says it itself.",
    "Commitment.concessions": 'Clauses of what does not matter, with the words that open them ("even if it rains"): no conditions.',
    "Commitment.readiness": "True where the holder says to be ready for what another party wants: to talk, to meet, to release; without a condition its force is `promise`.",
    "Commitment.inner_voice": "True where the speaker of that attribution only tells what others say; the holder is then who is quoted, or nobody.",
    "Figure.span": "The number with its noun.",
    "Figure.low": "Lower bound, `None` = open.",
    "Figure.high": "Upper bound, `None` = open.",
    "Figure.point": "The number as written, `None` for a range.",
    "Figure.unit": "Currency, `%` or measure as written.",
    "Figure.kind": "`killed`, `injured`, `missing`, `displaced`, `fled`, `arrested`, `affected`, `rescued`, `troops`, `destroyed`, `money`, `percent` or `other`.",
    "Figure.population": "Who or what is counted; `others` for people counted besides others of the same kind.",
    "Figure.place": "Nearest place in its sentence, canonical.",
    "Figure.as_of": "The day up to which it counts.",
    "Figure.period": "The days it covers: the past day told with it, or from a day until publication.",
    "Figure.source": "Whose count it is.",
    "Figure.attribution": "Id of the attribution it stands in.",
    "Figure.hedges": "Words that limit it (`about`, `at least`).",
    "Figure.pledged": "True inside what somebody promises, offers, demands, refuses or threatens: it counts nothing that has happened, and is in no tally.",
    "Figure.scope": "`besides` for others than those told before, `part` for some of them, `former` for a count that the text says was given before and no longer holds, `rest` for others besides casualties of another kind, `person` for one person told of by a noun, `None` for a count of its own.",
    "Figure.base": "Id of the figure that others add to or that a part belongs to, `None` where none is told in the same sentence or the one before.",
    "Copy.article": "Id of the article that derives.",
    "Copy.of": "Id of the article it derives from, or the agency's name.",
    "Copy.kind": "`verbatim`, `edited`, `translated`, `paraphrased` or `agency`.",
    "Copy.coverage": "Share of its five-word runs that the other holds, and the other way round.",
    "Copy.order": "`unknown` where nothing shows which of the two came first.",
    "Copy.reason": "The same in a sentence.",
    "Story.articles": "Ids of its articles.",
    "Account.story": "Id of the story.",
    "Account.low": "Independent accounts at least.",
    "Account.high": "Independent accounts at most.",
    "Account.reasons": "What was folded and why.",
    "Account.folds": "The edges of the graph that shows why.",
    "Account.groups": "The articles of each account, as `high` counts them.",
    "Account.unsourced": "The articles that do not say where they have their news from; they count for `high` alone.",
    "Fold.left": "Id of the article told first, or the one that was copied.",
    "Fold.right": "Id of the other one.",
    "Fold.kind": "`verbatim`, `edited`, `translated`, `paraphrased`, `outlet`, `owner` or `agency`.",
    "Fold.is_sure": "True when it folds both counts: not for `paraphrased` and `agency`.",
    "Fold.reason": "Why, in a sentence.",
    "Rendering.article": "Id of the article that tells it.",
    "Rendering.span": "From the first to the last code point of what is told.",
    "Rendering.attribution": "Id of the attribution that it is, or is a sentence of; `None` when the outlet tells it as its own.",
    "Rendering.type": "`direct`, `indirect`, `mixed`, or `unattributed` when the outlet tells it as its own.",
    "Rendering.telling": "Id of the telling: that of the attribution when it is the whole of it.",
    "Difference.left": "Index of one rendering.",
    "Difference.right": "Index of the other.",
    "Difference.label": "One of sixteen labels; the [glossary](glossary.md) explains them.",
    "Difference.spans": "The words on each side, `None` where nothing stands.",
    "Difference.reason": "The difference in a sentence.",
    "Statement.story": "Id of the story.",
    "Statement.speaker": "Canonical name most tellings use, `None` when no telling is sure.",
    "Statement.occasion": "Words of the occasion.",
    "Statement.occasion_from": "Id of the attribution that names it.",
    "Statement.said_at": "When it was said.",
    "Statement.said_at_from": "Id of the attribution that gives the day.",
    "Statement.said_at_how": "`told`, or how it was inferred.",
    "Statement.renderings": "Every telling, by publication date, name and place in the text.",
    "Statement.differences": "What differs between two renderings.",
    "Statement.join_mean": "Mean probability that two of its renderings in other words are one utterance, over all pairs; `None` where all have the same words.",
    "Statement.join_least": "The least of them; 0 for a pair that is hardly alike.",
    "Statement.anew_from": "First day on which it can have been said where a telling calls it said again or otherwise than before; else `None`.",
    "Restatement.earlier": "Id of the earlier statement; where the order is `unknown`, of one of the two.",
    "Restatement.later": "Id of the later one; where the order is `unknown`, of the other.",
    "Restatement.relation": "`repeats`, `hardens`, `softens` or `drops`; `alike` where the order is `unknown`.",
    "Restatement.order": "`known`, or `unknown` where a day is missing.",
    "Restatement.reason": "Why, with the words.",
    "Restatement.articles": "Ids of the articles whose tellings show it, the earlier one first.",
    "Restatement.spans": "The words in each of them.",
    "Restatement.commitments": "Ids of the commitments of both, the later one `None` where it only gives the earlier one up.",
    "Sign.span": "The passage.",
    "Sign.statement": "Id of the statement whose condition it is about, `None` when no statement tells it.",
    "Sign.order": "`later`, or `unknown` where the day of the article or of the commitment is missing.",
    "Sign.commitment": "Id of the commitment.",
    "Sign.condition": "The condition in words.",
    "Sign.status": "`prepared`, `met`, `partly`, `denied`, or `spoken_of` where it is told as a possibility.",
    "Standing.statement": "Id of the statement that tells the condition, `None` when none does.",
    "Standing.commitment": "Id of the commitment.",
    "Standing.article": "Id of the article of the first wording.",
    "Standing.span": "The words of the condition.",
    "Standing.condition": "The same words on one line.",
    "Standing.state": "`open`, `prepared`, `partly`, `met`, `denied`, `averted`, `lapsed` or `due`.",
    "Standing.since": "ISO day from which it is so: of the statement, of the first sign, after the deadline.",
    "Standing.deadline": "The days that the deadline beside or in the condition names, `None` without one.",
    "Standing.signs": "Ids of the signs that show the state, then of those only spoken of or of unknown order.",
    "Standing.accounts": "Independent accounts among the articles of the signs that show the state, of all its signs when none does.",
    "Standing.reason": "What later articles tell of it, and those whose order is not known.",
    "Standing.wordings": "Its words in every telling, the one shown first before the others.",
    "Standing.confidence": "0 to 1; that of the surest of its commitments.",
    "Standing.beside": "Id of the standing of the same speaker about the same event whose signs may be about it, too, where it has none; else `None`.",
    "Wording.article": "Id of the article.",
    "Wording.span": "The words of the condition there.",
    "Wording.commitment": "Id of the commitment it is a condition of.",
    "Count.article": "Id of the article that gives the number.",
    "Count.figure": "Id of the figure.",
    "Count.span": "The number with its noun.",
    "Count.low": "Lower bound, `None` = open.",
    "Count.high": "Upper bound, `None` = open.",
    "Count.point": "The number as written, `None` for a range.",
    "Count.counter": "Whose count it is, `None` when nobody is named.",
    "Count.as_of": "The day it holds for: as written, else the day of publication.",
    "Count.as_of_from": "`written`, `published`, or `None` without a day.",
    "Count.period": "The days it covers.",
    "CountRelation.earlier": "Index of the earlier count.",
    "CountRelation.later": "Index of the later one.",
    "CountRelation.relation": "`restates`, `updates`, `contradicts` or `unclear`.",
    "CountRelation.reason": "Why, in a sentence.",
    "TallyPoint.as_of": "The day.",
    "TallyPoint.low": "Lower bound, `None` = open.",
    "TallyPoint.high": "Upper bound, `None` = open.",
    "TallyPoint.point": "The number as written, `None` for a range.",
    "TallyPoint.counts": "Indexes of the counts that give it.",
    "TallyPoint.accounts": "Independent accounts among them: copies and articles of one outlet count once.",
    "Tally.story": "Id of the story.",
    "Tally.kind": "As in `Figure`; `money` and `percent` are in no tally, `other` only with a population that tells what is counted.",
    "Tally.population": "Who or what is counted.",
    "Tally.place": "The place that most counts name.",
    "Tally.unit": "The unit as written, when all counts have one.",
    "Tally.counts": "Every article's number, by the day it holds for.",
    "Tally.relations": "How later counts relate to earlier ones, at most two a count.",
    "Tally.series": "The values in order of time, each value of a day once.",
    "Version.piece": "Id of the piece, the same for all its versions.",
    "Version.article": "Id of the article: its text then.",
    "Version.number": "1, 2, 3 ... in the order in which they were online.",
    "Version.title": "Headline then. Another headline is another version.",
    "Version.fetched_at": "When it was first met, UTC; `None` when nobody said (a file).",
    "Version.met_again": "Later times at which it was met with the same words, ascending; at most a hundred.",
    "Version.untitled": "Those of the times at which it came without the headline, ascending: a headline told in between may part them from it.",
    "Version.previous": "Id of the article before it, `None` for the first.",
    "Version.gone_at": "When the publisher had removed it; only on the last version.",
    "PieceKey.kind": "`url`, `guid`, `name` or `text`.",
    "PieceKey.value": "The mark itself.",
    "PieceKey.piece": "Id of the piece.",
    "LivePage.address": "Address of the page, without what does not matter in it.",
    "LivePage.read_at": "When it was last read, UTC.",
    "LivePage.entries": "Ids of the pieces of its entries, in the order of the page.",
    "LivePage.further": "Ids of the pieces of entries that it listed before.",
    "Analysis.article": "The article.",
    "Analysis.mentions": "Its names.",
    "Analysis.attributions": "Who said what.",
    "Analysis.commitments": "Its commitments.",
    "Analysis.figures": "Its figures.",
    "Analysis.dates": "Its dates.",
    "Analysis.problems": "What could not be read or done in it.",
    "Comparison.analyses": "One analysis an article, by publication date, then name.",
    "Comparison.stories": "Articles about one happening.",
    "Comparison.copies": "What derives from what.",
    "Comparison.accounts": "Independent accounts of each story.",
    "Comparison.statements": "Every utterance with its renderings and differences.",
    "Comparison.restatements": "Which later statement takes up which.",
    "Comparison.signs": "Passages about a condition.",
    "Comparison.problems": "What could not be read at all.",
    "Comparison.tallies": "What the articles of each story count: who counts what, when.",
    "Comparison.standings": "Where each condition stands, by id.",
    "Comparison.versions": "All versions of its articles, by piece and number; none without a store.",
    "Comparison.revisions": "Quotations that changed between versions.",
    "Revision.article": "Id of the last version's article.",
    "Revision.attribution": "Id of the attribution as it reads now.",
    "Revision.older": "Id of the older version's article.",
    "Revision.number": "Number of the older version.",
    "Revision.label": "`quote_changed`.",
    "Revision.spans": "The words that differ: in the older article, in the last one. `None` where nothing stands.",
    "Revision.older_words": "The older words.",
    "Revision.reason": "The same in a sentence.",
}

HEAD = """# Records

<!-- Written by `python -m docs.make_records`; change the classes or the meanings there, not this page. -->

Every stage reads and writes these. They are frozen and hold plain values. Spans are half-open code points of
`Article.text`, so `text[start:end]` is the quote. `None` means looked and not found; no record means not looked.
An id is a digest of the kind and the identity fields that each section names, so the same input gives the same id
on every machine. The JSON output is described in the [manual](manual.md#output); words are explained in the
[glossary](glossary.md).
"""


class PageError(ValueError):
    """The meanings above do not fit the classes."""


def list_classes() -> list[type]:
    """Return the record classes in the order of their files, then those of `results`."""
    return [
        kind
        for module in (values, article, encoding, within, between, pieces, results)
        for kind in vars(module).values()
        if is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == module.__name__
    ]


def make_page() -> str:
    """Return the page. Raises `PageError` when a field lacks a meaning or a meaning its field."""
    classes = list_classes()
    known = {f"{kind.__name__}.{field.name}" for kind in classes for field in fields(kind)}
    lost = sorted(set(MEANINGS) - known)
    bare = sorted(name for name in known if name not in MEANINGS and name.partition(".")[2] not in SHARED)
    if lost or bare:
        raise PageError(f"meanings without a field: {lost}; fields without a meaning: {bare}")
    return HEAD + "".join(describe_class(kind) for kind in classes)


def describe_class(kind: type) -> str:
    """Return the section of one class: its docstring and a table of its fields."""
    lines = ["", f"## {kind.__name__}", "", inspect.cleandoc(kind.__doc__ or ""), "", "| field | type | meaning |", "|---|---|---|"]
    for field in fields(kind):
        name = f"{kind.__name__}.{field.name}"
        meaning = MEANINGS.get(name) or SHARED[field.name]
        lines.append(f"| `{field.name}` | `{field.type}` | {meaning} |".replace(" | None`", " \\| None`"))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 when the page is out of date")
    page = make_page()
    if parser.parse_args().check:
        is_same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page
        sys.stderr.write("" if is_same else f"{PAGE.name} is out of date; hint: python -m docs.make_records\n")
        return 0 if is_same else 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
