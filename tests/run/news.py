"""Invented news for the tests of whole runs: one threat told by two outlets in two languages, a copy, and something else."""

from __future__ import annotations

import json
from pathlib import Path

ENGLISH = """Minister warns over grain ships

KORVA, 14 March 2031 (Tidewire) - "If a single grain ship is seized or the lighthouse is shelled, we will close the strait the same day," \
harbour minister Tamsin Orlay told reporters in Korva on Friday.

At least 40 dockers were injured in Thursday's clashes, the port hospital said. Orlay said she would not talk to the militia until the pilots were released.
"""
DUTCH = """Orlay dreigt de zeestraat te sluiten

14 maart 2031 - Minister Tamsin Orlay dreigde vrijdag in Korva dat de zeestraat dichtgaat als er een graanschip wordt aangehouden en de vuurtoren \
wordt beschoten. "Wij sluiten de zeestraat dezelfde dag", zei Orlay. Volgens het ziekenhuis raakten minstens 40 havenarbeiders gewond.
"""
COPY = ENGLISH.replace("Minister warns", "Harbour minister warns")
OTHER = """Nurses strike in Lindham

2 May 2031 - Nurses at Saint Odile began a strike over night shifts on Friday. "We will not return to the wards until arrears are paid," union leader \
Piet Hulst said. The hospital postponed 40 operations.
"""
NEWS = {"gazette": ENGLISH, "avondpost": DUTCH, "herald": COPY, "lindham": OTHER}


def write_news(folder: Path) -> Path:
    """Write the articles as text files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in NEWS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def to_lines(**extra: dict[str, str]) -> bytes:
    """Return the articles as JSON Lines; `extra` gives fields by name."""
    return b"".join(json.dumps({"id": name, "text": text} | extra.get(name, {})).encode() + b"\n" for name, text in NEWS.items())
