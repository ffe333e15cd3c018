"""Where a passage says that something is not so, also where a part of the verb says it."""

from __future__ import annotations

import pytest

from onrecord.statements.polarity import is_negated

from .tellings import tell


@pytest.mark.parametrize(
    ("content", "negated"),
    [
        ("delegace nepřijede do Korvy", True),
        ("naši vojáci nepřekročí řeku", True),
        ("vláda tu dohodu nepřijme", True),
        ("delegace přijede do Korvy", False),
        ("nepřátelé přijedou do Korvy", False),
        ("naše nepřímá jednání začnou", False),
        ("nepřijatelná smlouva padne", False),
    ],
)
def test_czech_verbs_that_begin_as_the_enemy_does_are_negated(content: str, negated: bool) -> None:
    side = tell(content, lang="cs").side
    assert is_negated(side, side.pack, side.attribution.content[0]) is negated
