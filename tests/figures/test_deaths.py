"""Deaths told without a number, who of the hurt died, and what is no count of people, in all languages."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from onrecord.dates import find_dates
from onrecord.figures import find_figures
from onrecord.languages import load_pack
from onrecord.records import Article, DateRange, Dropped, Figure, Mention, Span

Row = tuple[str, float | None, float | None, str]
NAMED = {
    "en": ("Ana Orlay", "Ana Orlay, 34, of Lindham, was later pronounced dead at the scene of the blast."), "nl": ("Ana Orlay", "Ana Orlay overleed na de aanslag in het ziekenhuis."),
    "de": ("Ana Orlay", "Ana Orlay wurde bei dem Angriff am Hafen getötet."), "fr": ("Ana Orlay", "Ana Orlay a été tuée sur le port."), "es": ("Ana Orlay", "Ana Orlay murió en el incendio del puerto."),
    "it": ("Ana Orlay", "Ana Orlay è stata uccisa al porto."), "pt": ("Ana Orlay", "Ana Orlay foi morta no porto."), "pl": ("Ana Orlay", "W ataku zginęła Ana Orlay."),
    "cs": ("Ana Orlay", "Ana Orlay zemřela po výbuchu v nemocnici."), "uk": ("Ана Орлай", "Ана Орлай загинула в порту."), "ru": ("Ана Орлай", "Ана Орлай погибла в порту."),
    "tr": ("Ana Orlay", "Ana Orlay saldırıdan sonra hastanede hayatını kaybetti."),
}  # fmt: skip
DEATH_OF = {
    "en": ("Ana Orlay", "He was charged in the death of Ana Orlay, who was stabbed."), "nl": ("Ana Orlay", "Hij wordt verdacht van de moord op Ana Orlay."), "de": ("Ana Orlay", "Der Mord an Ana Orlay bleibt ungeklärt."),
    "fr": ("Ana Orlay", "Le meurtre d'Ana Orlay reste un mystère."), "es": ("Ana Orlay", "El asesinato de Ana Orlay sigue sin resolver."), "it": ("Ana Orlay", "L'omicidio di Ana Orlay resta un mistero."),
    "pt": ("Ana Orlay", "O assassinato de Ana Orlay continua por resolver."), "pl": ("Any Orlay", "Zabójstwo Any Orlay wstrząsnęło miastem."), "cs": ("Any Orlay", "Vražda Any Orlay otřásla městem."),
    "uk": ("Ани Орлай", "Вбивство Ани Орлай сколихнуло місто."), "ru": ("Аны Орлай", "Убийство Аны Орлай потрясло город."), "tr": ("Ana Orlay", "Bıçaklanan Ana Orlay'ın ölümü kenti sarstı."),
}  # fmt: skip
DENIED = {
    "en": ("Ana Orlay", "Ana Orlay was not killed."), "nl": ("Ana Orlay", "Ana Orlay is niet overleden."), "de": ("Ana Orlay", "Ana Orlay wurde nicht getötet."), "fr": ("Ana Orlay", "Ana Orlay n'est pas morte."),
    "es": ("Ana Orlay", "Ana Orlay no murió."), "it": ("Ana Orlay", "Ana Orlay non è morta."), "pt": ("Ana Orlay", "Ana Orlay não morreu."), "pl": ("Ana Orlay", "Ana Orlay nie zginęła."),
    "cs": ("Ana Orlay", "Ana Orlay nezemřela."), "uk": ("Ана Орлай", "Ана Орлай не загинула."), "ru": ("Ана Орлай", "Ана Орлай не погибла."), "tr": ("Ana Orlay", "Ana Orlay neredeyse öldü."),
}  # fmt: skip
DIED_LATER = {
    "en": "A boy was injured on Friday. He died on Sunday.", "nl": "Een jongen raakte vrijdag gewond. Hij overleed zondag.", "de": "Ein Junge wurde am Freitag verletzt. Er starb am Sonntag.",
    "fr": "Un homme a été blessé vendredi. Il est mort dimanche.", "es": "Un hombre resultó herido el viernes. El hombre murió el domingo.",
    "it": "Un uomo è stato ferito venerdì. L'uomo è morto domenica.", "pt": "Um homem foi ferido na sexta-feira. Ele morreu no domingo.", "pl": "W piątek ranny został mężczyzna. On zmarł w niedzielę.",
    "cs": "V pátek byl zraněn muž. On zemřel v neděli.", "uk": "У п'ятницю поранено чоловіка. Він помер у неділю.", "ru": "В пятницу был ранен мужчина. Он умер в воскресенье.",
    "tr": "Cuma günü bir adam yaralandı. O pazar günü öldü.",
}  # fmt: skip


def find(text: str, lang: str = "en", *names: str, dropped: tuple[Dropped, ...] = ()) -> list[Figure]:
    """Return the figures of a text in which these persons are named."""
    article = Article(
        id="article-1", name="one", text=text, text_hash="", lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
        published=DateRange(start="2022-04-24", end="2022-04-25"), published_evidence=None, published_how=None, dropped=dropped, credits=(),
    )  # fmt: skip
    spans = [Span(start=text.index(name), end=text.index(name) + len(name)) for name in names]
    mentions = tuple(Mention(id=f"m{span.start}", article="article-1", span=span, kind="person", canonical=span.of(text), confidence=1, made_by="t") for span in spans)
    pack = load_pack(lang)
    return list(find_figures(article, pack, None, (), tuple(find_dates(article, pack)), mentions))


def rows(text: str, lang: str = "en", *names: str) -> list[Row]:
    return [(figure.span.of(text), figure.low, figure.high, figure.kind) for figure in find(text, lang, *names)]


@pytest.mark.parametrize("lang", NAMED)
def test_a_death_told_without_a_number_is_at_least_one(lang: str) -> None:
    name, text = NAMED[lang]
    assert rows(text, lang, name) == [(name, 1, None, "killed")]


@pytest.mark.parametrize("lang", DEATH_OF)
def test_a_noun_of_death_tells_of_whom(lang: str) -> None:
    name, text = DEATH_OF[lang]
    assert rows(text, lang, name) == [(name, 1, None, "killed")]


@pytest.mark.parametrize("lang", DENIED)
def test_a_death_denied_is_none(lang: str) -> None:
    name, text = DENIED[lang]
    assert rows(text, lang, name) == []


@pytest.mark.parametrize("lang", DIED_LATER)
def test_the_wounded_who_died_is_killed_and_no_longer_injured(lang: str) -> None:
    (found,) = find(DIED_LATER[lang], lang)
    assert (found.low, found.point, found.high, found.kind) == (1, 1, 1, "killed")


@pytest.mark.parametrize(
    "text",
    [
        "The man died of his wounds.",
        "A man killed his brother.",
        "The gun went off, killing him.",
        "The teen's death in the crash shook the town.",
        "The suspect shot himself; he was found dead.",
    ],
)
def test_pronouns_known_persons_and_kin_may_be_the_dead(text: str) -> None:
    assert [row[1:] for row in rows(text)] == [(1, None, "killed")]


@pytest.mark.parametrize(
    "text",
    ["He could have died.", "He nearly died.", "She might have been killed.", "If he dies, we will leave.", "They feared he was dead.", "He was afraid that he would be killed.", "The bill died in the house.",
     "She threatened to kill him.", "Nobody says that he was killed.", "The bridge was killed by a man.", "The 24th soldier was killed."],
)  # fmt: skip
def test_what_is_supposed_feared_or_not_of_a_person_is_no_death(text: str) -> None:
    assert rows(text) == []


def test_what_somebody_calls_dead_is_nobody_who_died() -> None:
    assert rows("Prime Minister Ana Orlay pronounced the deal dead on Friday.", "en", "Ana Orlay") == []
    assert [kind for *_, kind in rows("Ana Orlay was shot and pronounced dead on Friday.", "en", "Ana Orlay")] == ["killed"]


def test_a_number_of_dead_goes_before_deaths_told_without_one() -> None:
    text = "Three people were killed. Ana Orlay died at the scene."
    assert rows(text, "en", "Ana Orlay") == [("Three people", 3, 3, "killed")]


def test_a_death_in_dropped_text_is_none() -> None:
    text = "Read on: Ana Orlay died. The school opened."
    assert find(text, "en", "Ana Orlay", dropped=(Dropped(span=Span(start=0, end=24), reason="notice"),)) == []


def test_a_name_goes_before_a_pronoun_as_the_evidence() -> None:
    assert rows("He died at home. Friends said Ana Orlay was killed by a bus.", "en", "Ana Orlay") == [("Ana Orlay", 1, None, "killed")]


def test_a_death_of_long_ago_is_not_that_of_the_hurt() -> None:
    text = "A boy was injured on Friday. In 2014 Ana Orlay was killed near by."
    assert rows(text, "en", "Ana Orlay") == [("A boy", 1, 1, "injured")]
    assert rows("In 2014 Ana Orlay was killed near by.", "en", "Ana Orlay") == [("Ana Orlay", 1, None, "killed")]


def test_one_person_told_hurt_and_told_dead_is_counted_dead() -> None:
    assert [row[3] for row in rows("A boy was shot near the school. The boy's mother came. A 9-year-old boy was killed, police said.")] == ["killed", "killed"]
    assert [row[3] for row in rows("A woman was killed. A man was injured.")] == ["killed", "injured"]
    assert [row[3] for row in rows("A man was killed. Another man was injured.")] == ["killed", "injured"]
    assert [row[3] for row in rows("A man was killed and a man was injured.")] == ["killed", "injured"]
    assert [row[3] for row in rows("A boy who was shot in a house on Friday evening has died.")] == ["killed"]


AGED = {
    "en": "A 17-year-old was killed.", "nl": "Een 17-jarige is gedood.", "de": "Ein 17-Jähriger wurde getötet.", "it": "Un 17enne è morto nello schianto.", "pl": "Zginął 17-latek.", "uk": "Загинув 17-річний.",
    "ru": "Погиб 17-летний.", "tr": "Bir 17 yaşındaki öldürüldü.",
}  # fmt: skip


@pytest.mark.parametrize("lang", AGED)
def test_an_age_makes_a_person(lang: str) -> None:
    assert [(figure.point, figure.kind) for figure in find(AGED[lang], lang)] == [(1, "killed")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said a man was killed.", [("a man", 1, 1, "killed")]),
        ("LINDHAM - A 3-year-old child has been killed.", [("A 3-year-old child", 1, 1, "killed")]),
        ("Six people were shot, two fatally.", [("Six people", 6, 6, "injured"), ("two fatally", 2, 2, "killed")]),
        ("Three adults and five children are dead.", [("Three adults", 3, 3, "killed"), ("five children", 5, 5, "killed")]),
        ("The attack left two high school students dead.", [("two high school students", 2, 2, "killed")]),
        ("Four men on the way to honor a slain friend were wounded.", [("Four men", 4, 4, "injured")]),
        ("Also injured were three men.", [("three men", 3, 3, "injured")]),
    ],
)
def test_who_is_counted_and_as_what(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_things_ages_behind_names_and_letters_are_no_counts_of_people() -> None:
    assert [row[3] for row in rows("A car ran into two parked cars and the drivers were killed.")] == ["other"]
    assert [row for row in rows("Jamie Orlay, 32 of Dunbar, was killed.", "en", "Jamie Orlay") if row[1] == 32] == []
    assert rows("I'm scared to death.") == []
    assert rows("They spent $3m.")[0][1] == 3e6


def test_every_language_has_every_list_of_deaths() -> None:
    table = tomllib.loads(files("onrecord.figures").joinpath("deaths.toml").read_text("utf-8"))
    assert sorted(table) == sorted(NAMED)
    assert {frozenset(lists) for lists in table.values()} == {frozenset(table["en"])}


def test_a_long_text_of_deaths_is_read_in_good_time() -> None:
    text = "A boy was shot. She died, he said. " * 4000
    assert len(find(text)) == 4000
