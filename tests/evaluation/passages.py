"""Passages that the tests of this folder share."""

from __future__ import annotations

STRAIT = """## en-001 | port | a threat
{S1:Tamsin Orlay} {Q1:said} {C1:that {threat1/any:{holder1:she} would close the strait} if {trigger1:a ship was seized} or if {trigger1:the lighthouse was shelled}}. At least 40 people were killed in Korva.
@speaker1 Tamsin Orlay
@per Tamsin Orlay
@loc Korva
@figure At least 40 | killed | >=40
"""
LETTER = """## en-002 | court | direct speech, nobody named
{C1:“The letter was never sent to the ministry,”} {S1:some officials} {Q1:said}. The hall was empty.
@speaker1 -
"""
QUIET = """## nl-001 | sport | nothing
De trein vertrok op tijd en kwam te laat aan.
"""
ALL = (STRAIT, LETTER, QUIET)
