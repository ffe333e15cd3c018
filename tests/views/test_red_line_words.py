"""A red line is told with who said it and when, as far as it is known."""

from __future__ import annotations

from onrecord.results import Comparison
from onrecord.views import make_briefing
from onrecord.views.headlines import tell_red_lines
from onrecord.views.parts import Name, Passage

from .make import make_analysis, make_article, make_attribution, make_commitment, make_statement


def test_a_speaker_who_binds_himself_on_an_unknown_day_is_named_once() -> None:
    article = make_article("gazette", "“We leave if men die,” said Ada Quill.", outlet="gazette", lang="en")
    said = make_attribution(article, "We leave if men die", source="", cue="", type="direct", speaker="Ada Quill")
    commitment = make_commitment(said, article, "We leave", ("trigger", "men die"), operator=None)
    comparison = Comparison(
        analyses=(make_analysis(article, said, commitments=(commitment,)),), stories=(), copies=(), accounts=(), statements=(make_statement("one", said, said_at=None),),
        restatements=(), signs=(), problems=(),
    )  # fmt: skip
    told = tell_red_lines(make_briefing(comparison))
    words = "".join(part if isinstance(part, str) else part.words if isinstance(part, Passage) else part.text if isinstance(part, Name) else part.label for part in told)
    assert words == "R1 Ada Quill, day not told, press conference in Korva: We leave if men die (gazette)."
