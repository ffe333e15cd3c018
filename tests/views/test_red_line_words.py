"""A red line is told with who said it and when, as far as it is known."""

from __future__ import annotations

from onrecord.records import Restatement
from onrecord.results import Comparison
from onrecord.views import make_briefing
from onrecord.views.headlines import tell_red_lines
from onrecord.views.parts import Name, Passage
from onrecord.views.recalls import tell_recalls

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


def test_what_is_like_a_red_line_is_told_once_an_article_and_quoted_before_it_is_retold() -> None:
    line = make_article("gazette", "“We leave if men die,” said Ada Quill.", outlet="gazette", lang="en")
    again = make_article("herald", "Ada Quill said talks would end if men died. “If men die, we will not come back,” said Ada Quill.", outlet="herald", lang="en")
    said = make_attribution(line, "We leave if men die", source="", cue="", type="direct", speaker="Ada Quill")
    retold = make_attribution(again, "talks would end if men died", source="", cue="", type="indirect", speaker="Ada Quill")
    quoted = make_attribution(again, "If men die, we will not come back", source="", cue="", type="direct", speaker="Ada Quill")
    commitment = make_commitment(said, line, "We leave", ("trigger", "men die"), operator=None)
    drawn = make_commitment(retold, again, "talks would end", ("trigger", "men died"), operator=None)
    statements = tuple(make_statement(name, a, said_at=None) for name, a in (("one", said), ("two", retold), ("three", quoted)))
    links = tuple(
        Restatement(
            id=f"r{k}", earlier=statements[0].id, later=later.id, relation="alike", reason="alike", articles=(line.id, again.id),
            spans=(said.content[0], other.content[0]), order="unknown", made_by="t@1",
        )
        for k, (later, other) in enumerate(((statements[1], retold), (statements[2], quoted)))
    )  # fmt: skip
    comparison = Comparison(
        analyses=(make_analysis(line, said, commitments=(commitment,)), make_analysis(again, retold, quoted, commitments=(drawn,))), stories=(), copies=(), accounts=(), statements=statements,
        restatements=links, signs=(), problems=(),
    )  # fmt: skip
    assert len(make_briefing(comparison).red_lines) == 2
    told = "".join(
        part if isinstance(part, str) else part.words if isinstance(part, Passage) else part.text if isinstance(part, Name) else "#"
        for part in tell_recalls(make_briefing(comparison))
    )
    assert "If men die, we will not come back" in told
    assert "talks would end" not in told
