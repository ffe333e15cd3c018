"""Whether a passage says that something is so or that it is not.

In: a span of an article, or a commitment. Out: negated or not. The packs list the words; Turkish and Czech negate a verb by a part of it, for which see below.
Left to others: what negated conditions and commitments are compared for (`watches.py`, `positions.py`, `signs.py`).
"""

from __future__ import annotations

import re

from onrecord.languages.fold import primary_subtag
from onrecord.languages.pack import Pack, fold_text
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


def find_negations(told: Told, pack: Pack | None, span: Span) -> tuple[Span, ...]:
    """Return the words of a span that negate, in order; one clause that says it twice ("ne ... pas", "nikdy nebude") has both."""
    if pack is None:
        return ()
    found = [where for key, where in find_forms(told, pack.modality, (span,)) if key == "negation"]
    pattern = _WITHIN.get(primary_subtag(pack.lang))
    if pattern is not None:
        words = (Span(start=m.start(), end=m.end()) for m in WORD.finditer(told.article.text, span.start, span.end))
        found += [word for word in words if pattern.fullmatch(told.folded(word)) and not any(word.overlap(where) for where in found)]
    sole = _SOLE.get(primary_subtag(pack.lang))
    if sole is not None and found:
        folded = fold_text(told.article.text[span.start : span.end + _BEYOND], pack.lang)
        freed = {span.start + match.start("no") for match in sole.finditer(folded)}
        found = [where for where in found if where.start not in freed]
    return tuple(sorted(found))


def is_negated(told: Told, pack: Pack | None, span: Span) -> bool:
    """True when a span says that something is not so."""
    return bool(find_negations(told, pack, span))


def is_against(told: Told, pack: Pack | None, commitment: Commitment) -> bool:
    """True when a commitment is not to do something."""
    return commitment.force == "refusal" or is_negated(told, pack, commitment.consequence)
