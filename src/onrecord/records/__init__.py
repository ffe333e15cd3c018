"""The records every stage reads and writes: frozen, of plain values, each with the spans that carry it.

All spans are half-open code points of `Article.text`. `None` = looked and not found. A record's id is a digest of
its identity fields, named in its docstring (see `ids.py`).
"""

from onrecord.records.article import Article, Credit, Dropped, LanguageSpan, Note, Page
from onrecord.records.between import Account, Copy, Count, CountRelation, Difference, Fold, Rendering, Restatement, Sign, Standing, Statement, Story, Tally, TallyPoint, Wording
from onrecord.records.encoding import Encoding, Link, Meaning, SentenceVector, Tag
from onrecord.records.pieces import LivePage, PieceKey, Version
from onrecord.records.values import DateRange, Problem, Span
from onrecord.records.within import CONDITIONAL_KINDS, TOPIC, Attribution, Commitment, Condition, DateMention, Figure, Mention

RECORD_VERSION = 7

__all__ = [
    "CONDITIONAL_KINDS",
    "RECORD_VERSION",
    "TOPIC",
    "Account",
    "Article",
    "Attribution",
    "Commitment",
    "Condition",
    "Copy",
    "Count",
    "CountRelation",
    "Credit",
    "DateMention",
    "DateRange",
    "Difference",
    "Dropped",
    "Encoding",
    "Figure",
    "Fold",
    "LanguageSpan",
    "Link",
    "LivePage",
    "Meaning",
    "Mention",
    "Note",
    "Page",
    "PieceKey",
    "Problem",
    "Rendering",
    "Restatement",
    "SentenceVector",
    "Sign",
    "Span",
    "Standing",
    "Statement",
    "Story",
    "Tag",
    "Tally",
    "TallyPoint",
    "Version",
    "Wording",
]
