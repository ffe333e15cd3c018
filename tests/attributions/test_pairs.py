"""Whom "both sides" means."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

NAMED = [
    ("en", "Norway and the Dockers’ Union met in Arlen. {S1:Both sides} {Q1:said} {C1:it was late}.", "@loc Norway\n@org Dockers’ Union", {"Norway", "Dockers’ Union"}),
    ("en", "Norwegian and Swedish officials met. However, little came of it and {S1:both sides} {Q1:said} {C1:it was late}.", None, {"Norway", "Sweden"}),
    ("nl", "Noorwegen en Zweden overlegden. {S1:Beide partijen} {Q1:zeiden} {C1:dat het laat was}.", "@loc Noorwegen; Zweden", {"Norway", "Sweden"}),
    ("de", "Norwegen und Schweden berieten. {S1:Beide Seiten} {Q1:sagten}, {C1:es sei spät}.", "@loc Norwegen; Schweden", {"Norway", "Sweden"}),
    ("fr", "La Norvège et la Suède ont négocié. {S1:Les deux parties} {Q1:ont dit} {C1:qu’il était tard}.", "@loc Norvège; Suède", {"Norway", "Sweden"}),
    ("es", "Noruega y Suecia negociaron. {S1:Ambas partes} {Q1:dijeron} {C1:que era tarde}.", "@loc Noruega; Suecia", {"Norway", "Sweden"}),
    ("it", "Norvegia e Svezia hanno trattato. {S1:Entrambe le parti} {Q1:hanno detto} {C1:che era tardi}.", "@loc Norvegia; Svezia", {"Norway", "Sweden"}),
    ("pt", "Noruega e Suécia negociaram. {S1:Ambas as partes} {Q1:disseram} {C1:que era tarde}.", "@loc Noruega; Suécia", {"Norway", "Sweden"}),
    ("pl", "Norwegia i Szwecja rozmawiały. {S1:Obie strony} {Q1:powiedziały}, {C1:że jest późno}.", "@loc Norwegia; Szwecja", {"Norway", "Sweden"}),
    ("cs", "Norsko a Švédsko jednaly. {S1:Obě strany} {Q1:řekly}, {C1:že je pozdě}.", "@loc Norsko; Švédsko", {"Norway", "Sweden"}),
    ("uk", "Норвегія та Швеція говорили. {S1:Обидві сторони} {Q1:сказали}, {C1:що вже пізно}.", "@loc Норвегія; Швеція", {"Norway", "Sweden"}),
    ("ru", "Норвегия и Швеция говорили. {S1:Обе стороны} {Q1:сказали}, {C1:что уже поздно}.", "@loc Норвегия; Швеция", {"Norway", "Sweden"}),
    ("tr", "Norveç ve İsveç görüştü. {S1:Her iki taraf} {C1:geç olduğunu} {Q1:söyledi}.", "@loc Norveç; İsveç", {"Norway", "Sweden"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "names", "parties"), NAMED)
def test_both_sides_are_the_two_parties_named_together_just_before(lang: str, text: str, names: str | None, parties: set[str]) -> None:
    (found,) = read(f"{text}\n{names}" if names else text, lang).attributions
    assert found.speaker is None
    assert set(found.speaker_how.removeprefix("several speakers: ").split(", ")) == parties
    assert found.speaker_evidence is not None


@pytest.mark.parametrize(
    "text",
    [
        "Norway met Sweden. {S1:Both sides} {Q1:said} {C1:it was late}.",
        "Norway and Sweden met after Denmark and Finland did. {S1:Both sides} {Q1:said} {C1:it was late}.",
        "Norway and Sweden met. It rained in Arlen. {S1:Both sides} {Q1:said} {C1:it was late}.",
        "Norway and Sweden met. {S1:Both neighbours of the port} {Q1:said} {C1:it was late}.",
    ],
)
def test_both_sides_are_nobody_known_where_no_one_pair_stands_before(text: str) -> None:
    lands = [land for land in ("Norway", "Sweden", "Denmark", "Finland", "Arlen") if land in text]
    (found,) = read(f"{text}\n@loc {'; '.join(lands)}").attributions
    assert found.speaker is None and found.speaker_evidence is None
