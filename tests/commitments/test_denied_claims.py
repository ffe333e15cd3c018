"""Claims that their teller denies commit nobody."""

from __future__ import annotations

import pytest

from onrecord.commitments.denied_claims import is_denied_claim
from onrecord.commitments.disowned import find_own_force
from tests.attributions.make import read, span_of
from tests.commitments.test_threats import named

NEVER_SAID = {
    "en": ("“I never said we would leave the quay,” she said.", "we would leave the quay"),
    "nl": ("„Ik heb nooit gezegd dat wij de kade zullen verlaten”, zei ze.", "wij de kade zullen verlaten"),
    "de": ("„Ich habe nie gesagt, dass wir den Kai verlassen“, sagte sie.", "wir den Kai verlassen"),
    "fr": ("« Je n'ai jamais dit que nous quitterions le quai », a-t-elle dit.", "nous quitterions le quai"),
    "es": ("«Nunca dije que dejaríamos el muelle», afirmó.", "dejaríamos el muelle"),
    "it": ("«Non ho mai detto che lasceremo il molo», ha detto.", "lasceremo il molo"),
    "pt": ("“Nunca disse que íamos deixar o cais”, afirmou.", "íamos deixar o cais"),
    "pl": ("„Nigdy nie mówiłam, że opuścimy nabrzeże” – powiedziała.", "opuścimy nabrzeże"),
    "cs": ("„Nikdy jsem neřekla, že opustíme nábřeží,“ řekla.", "opustíme nábřeží"),
    "uk": ("«Я ніколи не казала, що ми залишимо набережну», — сказала вона.", "ми залишимо набережну"),
    "ru": ("«Я никогда не говорила, что мы покинем набережную», — сказала она.", "мы покинем набережную"),
    "tr": ("“Rıhtımdan ayrılacağımızı hiç söylemedim” dedi.", "Rıhtımdan ayrılacağımızı"),
}
NOT_TRUE = {
    "en": ("It was not true that the guild would shut the quay, she said.", "the guild would shut the quay"),
    "nl": ("Het is niet waar dat het gilde de kade zal sluiten, zei ze.", "het gilde de kade zal sluiten"),
    "de": ("Es ist nicht wahr, dass die Gilde den Kai sperren wird.", "die Gilde den Kai sperren wird"),
    "fr": ("Il n'est pas vrai que la guilde fermera le quai.", "la guilde fermera le quai"),
    "es": ("No es cierto que el gremio vaya a cerrar el muelle.", "el gremio vaya a cerrar el muelle"),
    "it": ("Non è vero che la gilda chiuderà il molo.", "la gilda chiuderà il molo"),
    "pt": ("Não é verdade que a guilda vá fechar o cais.", "a guilda vá fechar o cais"),
    "pl": ("To nieprawda, że cech zamknie nabrzeże.", "cech zamknie nabrzeże"),
    "cs": ("Není pravda, že cech uzavře nábřeží.", "cech uzavře nábřeží"),
    "uk": ("Неправда, що гільдія закриє набережну.", "гільдія закриє набережну"),
    "ru": ("Неправда, что гильдия закроет набережную.", "гильдия закроет набережную"),
    "tr": ("Loncanın rıhtımı kapatacağı doğru değil.", "Loncanın rıhtımı kapatacağı"),
}
REJECTED = {
    "en": ("She dismissed as false claims that the guild would shut the quay.", "the guild would shut the quay"),
    "nl": ("Ze wees berichten van de hand dat het gilde de kade zal sluiten.", "het gilde de kade zal sluiten"),
    "de": ("Sie wies Berichte zurück, wonach die Gilde den Kai sperren werde.", "wonach die Gilde den Kai sperren werde"),
    "fr": ("Elle a démenti les rumeurs selon lesquelles la guilde fermera le quai.", "la guilde fermera le quai"),
    "es": ("Rechazó las acusaciones de que el gremio cerrará el muelle.", "el gremio cerrará el muelle"),
    "it": ("Ha smentito le voci secondo cui la gilda chiuderà il molo.", "la gilda chiuderà il molo"),
    "pt": ("Desmentiu as notícias de que a guilda vai fechar o cais.", "a guilda vai fechar o cais"),
    "pl": ("Zdementowała doniesienia, jakoby cech miał zamknąć nabrzeże.", "cech miał zamknąć nabrzeże"),
    "cs": ("Odmítla tvrzení, že cech uzavře nábřeží.", "cech uzavře nábřeží"),
    "uk": ("Вона спростувала повідомлення про те, що гільдія закриє набережну.", "гільдія закриє набережну"),
    "ru": ("Она опровергла сообщения о том, что гильдия закроет набережную.", "гильдия закроет набережную"),
    "tr": ("Loncanın rıhtımı kapatacağı iddialarını yalanladı.", "Loncanın rıhtımı kapatacağı"),
}


def test_a_denial_inside_the_words_counts_where_a_claim_follows() -> None:
    text = "It was not true that the guild would shut the quay, she said."
    assert is_denied_claim(text, span_of(text, "not true that the guild would shut the quay"), "en")


@pytest.mark.parametrize("force", ["refusal", "promise", "threat"])
@pytest.mark.parametrize("told", [NEVER_SAID, NOT_TRUE, REJECTED])
@pytest.mark.parametrize("lang", NEVER_SAID)
def test_a_claim_denied_binds_nobody(lang: str, told: dict[str, tuple[str, str]], force: str) -> None:
    text, claim = told[lang]
    assert find_own_force(text, span_of(text, claim), force, lang) is None


@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("en", "She rejected calls to leave the quay.", "leave the quay"),
        ("en", "“That is not true, we will leave the quay,” she said.", "we will leave the quay"),
        ("en", "She rejected the reports and said the guild would leave the quay.", "the guild would leave the quay"),
        ("en", "“I never said so but we will leave the quay,” she said.", "we will leave the quay"),
        ("en", "The report was false. The guild would leave the quay.", "The guild would leave the quay"),
        ("de", "„Das ist nicht wahr, wir verlassen den Kai“, sagte sie.", "wir verlassen den Kai"),
        ("fr", "« Ce n'est pas vrai, nous quitterons le quai », a-t-elle dit.", "nous quitterons le quai"),
        ("pl", "„To nieprawda, opuścimy nabrzeże” – powiedziała.", "opuścimy nabrzeże"),
        ("ru", "«Это неправда, мы покинем набережную», — сказала она.", "мы покинем набережную"),
        ("tr", "Bu doğru değil, rıhtımdan ayrılacağız.", "rıhtımdan ayrılacağız"),
        ("en", "“That is untrue and we will leave the quay,” she said.", "That is untrue and we will leave the quay"),
        ("en", "She denied that the guild would leave the quay.", "the guild would leave the quay"),
    ],
)
def test_what_stands_beside_a_denied_claim_is_none(lang: str, text: str, act: str) -> None:
    assert not is_denied_claim(text, span_of(text, act), lang)


def test_a_refusal_read_from_a_denied_claim_is_no_commitment() -> None:
    assert read(named("{C1:“I never said {refusal1:we would leave the quay}”}, {Q1:said} {S1:Mira Solan}.")).commitments == ()
