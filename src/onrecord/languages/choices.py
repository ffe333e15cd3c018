"""Forms written short: `insist{|s|ed} on` stands for three.

In: a text as word lists have it. Out: the texts it stands for. Left to others: what they mean (packs, lists beside a stage).
"""

from __future__ import annotations

import re

CHOICE = re.compile(r"\{([^{}]*)\}")


def list_choices(text: str) -> list[str]:
    """Return the texts that a text stands for, one for each choice of its `{a|b}`, blanks made single; what stands in braces alone is no choice but itself."""
    found = CHOICE.search(text)
    if found is None:
        return [" ".join(text.split())]
    before, after = text[: found.start()], text[found.end() :]
    return [form for part in found[1].split("|") for form in list_choices(f"{before}{part}{after}")]
