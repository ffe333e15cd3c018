"""What a word is when tellings are compared."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
STEM_CHARS = 5
"""Words of one language are the same when they share this many letters at the beginning: enough for inflection in news text."""
