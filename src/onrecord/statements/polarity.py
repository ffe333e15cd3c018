"""Whether a passage says that something is so or that it is not.

In: a span of an article, or a commitment. Out: negated or not. The packs list the words, `polarity.toml` those among them that deny nothing ("whether or not");
Turkish and Czech negate a verb by a part of it, for which see below. Left to others: what negated conditions and commitments are compared for (`watches.py`, `positions.py`, `signs.py`).
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.choices import list_choices
from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
from onrecord.languages.tables import read_lists
from onrecord.records import Commitment, Span
from onrecord.statements.forms import Told, find_forms
from onrecord.statements.words import WORD

_WITHIN = {
    "tr": re.compile(r"\w{2,}m(?:[ae](?:z|d[ıi]|m[ıi]ş|y[ae]c|y[ae]n|y[ıi]nc|d[ae]n$|s[ae]|s[ıi]n)|[ıiuü]yor)\w*"),
    "cs": re.compile(
        r"ne(?!j|bo|be|bo|dal|dáv|děl|dos|gat|hod|hor|klid|mec|moc|něm|pál|přá|pří(?!de)|přim|přijat|přesn|přetrž|přeb|sm|torý|utr|vád|zbyt|závis)\w{2,}(?:[eíá]|t|l|la|lo|li|ly|jí|ou|n|na|no|ny|me)"
    ),
}
"""Negation inside the verb: the Turkish suffix with what may follow it, the Czech prefix before what has the ending of a verb or participle. The
prefix opens other words as well (`nebo`, `nemocnice`), left out by how they go on."""

_SOLE = {
    "fr": re.compile(
        r"(?<!\w)(?P<no>ne|n')(?:\s|(?<='))(?:(?!(?:pas|jamais|plus|rien|guère|aucun\w*|personne|ni)(?!\w))[\w'-]+\s){1,6}"
        r"(?:que\s|qu')(?=(?:si|s'ils?|lorsque?|quand|en\scas|après|une\sfois|dès)(?!\w))"
    ),
    "es": re.compile(r"(?<!\w)(?P<no>no)\s(?:[\w-]+\s){1,6}(?:más\sque|sino)(?=\s(?:si|cuando|después|tras|en\scaso|una\svez)(?!\w))"),
    "it": re.compile(r"(?<!\w)(?P<no>non)\s(?:(?!(?:mai|più|niente|nulla|nessun\w*)(?!\w))[\w'-]+\s){1,6}che(?=\s(?:se|quando|qualora|dopo|in\scaso|una\svolta)(?!\w))"),
    "pt": re.compile(r"(?<!\w)(?P<no>não)\s(?:[\w-]+\s){1,6}senão(?=\s(?:se|quando|depois|após|em\scaso|uma\svez)(?!\w))"),
}
"""What seems to deny and only restricts: "ne signera que si" will be done, on a condition. The condition may begin behind the span."""
_BEYOND = 20
_GAP = " ... "
_BETWEEN = r"[\s,]*(?:[\w'-]+[\s,]+){0,6}?"
"""Between the two parts of a form."""
_CLAUSE_END = r"(?=\s*(?:[^\w\s]|$))"
_WHETHER = {"tr": r"(?<!\w)(\w{2,})\w?y?[ıiuü]p\s(?=\1)\w+"}
"""A verb said once with a "not" and once without, which asks whether: "gelip gelmeyeceği"."""


def find_negations(told: Told, pack: Pack | None, span: Span) -> tuple[Span, ...]:
    """Return the words of a span that negate, in order; one clause that says it twice ("ne ... pas", "nikdy nebude") has both."""
    if pack is None:
        return ()
    found = list(find_negating_words(told, pack, span))
    pattern = _WITHIN.get(primary_subtag(pack.lang))
    if pattern is not None:
        words = (Span(start=m.start(), end=m.end()) for m in WORD.finditer(told.article.text, span.start, span.end))
        idle = find_idle(told, pack, span)
        found += [word for word in words if pattern.fullmatch(told.folded(word)) and not any(word.overlap(where) for where in (*found, *idle))]
    return tuple(sorted(found))


def find_negating_words(told: Told, pack: Pack, span: Span) -> tuple[Span, ...]:
    """Return the words of a span that negate by themselves, in text order, without those that only seem to deny."""
    found = [where for key, where in find_forms(told, pack.modality, (span,)) if key == "negation"]
    if not found:
        return ()
    idle = find_idle(told, pack, span)
    found = [where for where in found if not any(where.overlap(words) for words in idle)]
    sole = _SOLE.get(primary_subtag(pack.lang))
    if sole is not None and found:
        folded = fold_text(told.article.text[span.start : span.end + _BEYOND], pack.lang)
        freed = {span.start + match.start("no") for match in sole.finditer(folded)}
        found = [where for where in found if where.start not in freed]
    return tuple(found)


def find_idle(told: Told, pack: Pack, span: Span) -> list[Span]:
    """Return where in a span words stand that hold a "not" and deny nothing: "whether or not", "not only", "no later than"."""
    pattern = _load_idle(primary_subtag(pack.lang))
    folded = told.folded(span) if pattern is not None else ""
    return [Span(start=span.start + match.start(), end=span.start + match.end()) for match in pattern.finditer(folded)] if pattern is not None else []


def is_aside(told: Told, word: Span) -> bool:
    """True for a negation that concerns only what stands right behind it: "without"."""
    lang = primary_subtag(told.article.lang or "und")
    return told.folded(word) in {fold_text(form, lang) for form in read_lists("onrecord.statements", "polarity").get(lang, {}).get("aside", ())}


@cache
def _load_idle(lang: str) -> re.Pattern[str] | None:
    """Return the pattern of all such words of a language, `None` without any."""
    table = read_lists("onrecord.statements", "polarity").get(lang, {})
    forms = sorted({fold_text(form, lang) for text in table.get("idle", ()) for form in list_choices(text)}, key=len, reverse=True)
    at_end = [fold_text(form, lang) for text in table.get("at_end", ()) for form in list_choices(text)]
    either = [*map(_word_pattern, forms), *(_word_pattern(form) + _CLAUSE_END for form in at_end)]
    words = [rf"(?<!\w)(?:{'|'.join(either)})"] if either else []
    return re.compile("|".join([*words, *([_WHETHER[lang]] if lang in _WHETHER else [])])) if words else None


def _word_pattern(form: str) -> str:
    """Return the pattern of a form, which ends where a word ends, but for an elided one ("n'")."""
    return _BETWEEN.join(re.escape(part).replace(r"\ ", r"\s") + ("" if part.endswith("'") else r"(?!\w)") for part in form.split(_GAP))


def is_negated(told: Told, pack: Pack | None, span: Span) -> bool:
    """True when a span says that something is not so."""
    return bool(find_negations(told, pack, span))


def is_against(told: Told, pack: Pack | None, commitment: Commitment) -> bool:
    """True when a commitment is not to do something."""
    return commitment.force == "refusal" or is_negated(told, pack, commitment.consequence)
