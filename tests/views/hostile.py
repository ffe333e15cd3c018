"""A comparison whose every string tries to break out of where it is shown."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Credit, Difference, Dropped, Problem
from onrecord.results import Comparison

from .make import find, make_analysis, make_article, make_attribution, make_comparison, make_statement

MARKUP = '<script>alert(1)</script><img src=x onerror=alert(2)>" onload="alert(3)'
ESCAPES = "\x1b[31mred\x1b]0;title\x07 \u202eevil\u202c\u2066iso\u2069 [bold]rich[/bold] \ud800 \x00"
TEXT = f"Title {MARKUP}\n“{MARKUP} {ESCAPES} stays,” said {MARKUP[:25]}.\n</p></style></script>-->{{{{ 7 * 7 }}}}{{% raw %}}"


def make_hostile_comparison() -> Comparison:
    """Return a comparison of one article that is hostile everywhere."""
    article = make_article(
        f"name {MARKUP}", TEXT, lang='en" onclick="x', outlet=f"outlet {MARKUP} {ESCAPES}", url="javascript:alert(4)",
        dropped=(Dropped(span=find(TEXT, "{{ 7 * 7 }}"), reason=MARKUP),),
        credits=(Credit(span=find(TEXT, "Title"), name=MARKUP, kind="agency"),),
    )  # fmt: skip
    said = make_attribution(article, f"{MARKUP} {ESCAPES} stays", source=MARKUP[:25], cue="said", type=MARKUP, speaker=f"{MARKUP}{ESCAPES}")
    difference = Difference(left=0, right=0, label=MARKUP, spans=(find(TEXT, "\x1b[31mred"), None), reason=f"{MARKUP}{ESCAPES}")
    statement = replace(make_statement("hostile", said, differences=(difference,), said_at=None), occasion=f"{MARKUP}{ESCAPES}")
    problem = Problem(id="problem-1", where=MARKUP, code=MARKUP, message=ESCAPES, hint=MARKUP)
    return replace(
        make_comparison(), analyses=(make_analysis(article, said),), statements=(statement,), stories=(), copies=(), accounts=(),
        restatements=(), signs=(), problems=(problem,),
    )  # fmt: skip


def has_control(printed: str) -> bool:
    """True when a character of `printed` could steer a terminal or the direction of text."""
    directions = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in directions for c in printed)
