"""What denies and what only seems to: verbs with a negative prefix beside another language, and a "not" that asks or adds."""

from __future__ import annotations

import pytest

from onrecord.statements.polarity import is_negated

from ..tellings import labels, tell

SAME = {
    "zavřeme": "close", "nezavřeme": "close", "neuznáme": "recognise", "uznamy": "recognise", "признаем": "recognise", "recognise": "recognise", "nevrátí": "return", "return": "return",
    "wrócą": "return", "přístav": "port", "port": "port", "hafen": "port", "schließen": "close", "zamkniemy": "close", "starostové": "mayors", "mayors": "mayors", "burmistrzowie": "mayors",
    "dohodu": "pact", "pact": "pact", "umowy": "pact", "договор": "pact", "nezákonná": "unlawful", "unlawful": "unlawful", "stávka": "strike", "strike": "strike",
}  # fmt: skip


@pytest.mark.parametrize(("czech", "lang", "other"), [
    ("dohodu neuznáme", "pl", "nie uznamy umowy"), ("dohodu neuznáme", "ru", "не признаем договор"), ("dohodu neuznáme", "en", "we do not recognise the pact"),
    ("starostové se nevrátí", "pl", "burmistrzowie nie wrócą"), ("starostové se nevrátí", "en", "mayors will not return"), ("nezákonná stávka", "en", "an unlawful strike"),
])  # fmt: skip
def test_a_czech_verb_that_denies_says_what_a_not_says_elsewhere(czech: str, lang: str, other: str) -> None:
    left, right = tell(czech, lang="cs", same=SAME), tell(other, lang=lang, name="b", same=SAME)
    assert "modality_or_negation" not in labels(left, right)
    assert "modality_or_negation" not in labels(right, left)


@pytest.mark.parametrize(("czech", "lang", "other"), [
    ("přístav nezavřeme", "en", "we close the port"), ("přístav nezavřeme", "de", "wir schließen den Hafen"), ("přístav zavřeme", "pl", "nie zamkniemy port"),
])  # fmt: skip
def test_a_czech_verb_that_denies_what_another_language_tells_differs(czech: str, lang: str, other: str) -> None:
    assert "modality_or_negation" in labels(tell(czech, lang="cs", same=SAME), tell(other, lang=lang, name="b", same=SAME))


IDLE = [
    ("en", "judges decide whether or not to charge him", "judges decide whether to charge him"), ("en", "we not only close the port", "we close the port"),
    ("en", "we close the port no later than noon", "we close the port at noon"),
    ("nl", "de rechter beslist of ze komen of niet", "de rechter beslist of ze komen"), ("de", "wir schließen nicht nur den Hafen", "wir schließen den Hafen"),
    ("fr", "nous ne fermerons pas seulement le port", "nous fermerons le port"), ("es", "sin embargo cerraremos el puerto", "cerraremos el puerto"),
    ("it", "chiuderemo non solo il porto", "chiuderemo il porto"), ("pt", "fecharemos não apenas o porto", "fecharemos o porto"),
    ("pl", "zamkniemy nie tylko port", "zamkniemy port"), ("cs", "přístav zavřeme, přijedou nebo ne", "přístav zavřeme, přijedou"),
    ("uk", "ми закриємо не лише порт", "ми закриємо порт"), ("ru", "тем не менее мы закроем порт", "мы закроем порт"),
    ("tr", "gemiler gelip gelmeyeceğini açıkladı", "gemiler geleceğini açıkladı"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "idle", "plain"), IDLE)
def test_a_not_that_only_asks_or_adds_denies_nothing(lang: str, idle: str, plain: str) -> None:
    side = tell(idle, lang=lang).side
    assert not is_negated(side, side.pack, side.attribution.content[0])
    assert "modality_or_negation" not in labels(tell(idle, lang=lang), tell(plain, lang=lang, name="b"))


@pytest.mark.parametrize(("lang", "content"), [
    ("en", "we will not leave whether or not they come"), ("es", "nos pagan o no firmaremos"), ("fr", "nous ne fermerons pas le port"), ("tr", "gemiler gelmeyeceğini açıkladı"),
    ("de", "wir gehen nicht, ob sie kommen oder nicht"), ("ru", "мы не закроем порт"),
])  # fmt: skip
def test_a_denial_beside_such_words_stays_one(lang: str, content: str) -> None:
    side = tell(content, lang=lang).side
    assert is_negated(side, side.pack, side.attribution.content[0])
