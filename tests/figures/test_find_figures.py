"""Which quantities are figures in each language, with what bounds, kind and setting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dates import find_dates
from onrecord.figures import find_figures
from onrecord.languages import load_pack
from onrecord.records import Article, Attribution, Commitment, DateRange, Dropped, Encoding, Figure, Mention, Span, Tag

Row = tuple[str, float | None, float | None, float | None, str, str | None]


def make_article(text: str, lang: str = "en", dropped: tuple[Dropped, ...] = ()) -> Article:
    return Article(
        id="article-1", name="one", text=text, text_hash="", lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
        published=DateRange(start="2022-04-24", end="2022-04-25"), published_evidence=None, published_how=None, dropped=dropped, credits=(),
    )  # fmt: skip


def find(text: str, lang: str = "en", encoding: Encoding | None = None, mentions: tuple[Mention, ...] = ()) -> list[Figure]:
    article, pack = make_article(text, lang), load_pack(lang)
    return list(find_figures(article, pack, encoding, (), tuple(find_dates(article, pack)), mentions))


def rows(text: str, lang: str = "en") -> list[Row]:
    return [(figure.span.of(text), figure.low, figure.high, figure.point, figure.kind, figure.population) for figure in find(text, lang)]


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


CASES: list[tuple[str, str, list[Row]]] = [
    ("en", "The storm killed 14 people and injured 32.", [("14 people", 14, 14, 14, "killed", "people"), ("32", 32, 32, 32, "injured", "people")]),
    ("en", "More than 1,200 children were killed and 3,050 injured.",
     [("1,200 children", 1200, None, 1200, "killed", "children"), ("3,050 injured", 3050, None, 3050, "injured", "children")]),
    ("en", "About 2.5 million people have fled.", [("2.5 million people", None, None, 2_500_000, "fled", "people")]),
    ("en", "Up to 700 soldiers were captured.", [("700 soldiers", None, 700, 700, "arrested", "soldiers")]),
    ("en", "Nearly 90 workers are missing.", [("90 workers", None, 90, 90, "missing", "workers")]),
    ("en", "Between 40 and 60 homes were destroyed.", [("40 and 60 homes", 40, 60, None, "destroyed", "houses")]),
    ("en", "5 to 7 million people were displaced.", [("5 to 7 million people", 5_000_000, 7_000_000, None, "displaced", "people")]),
    ("en", "The toll of injured rose from 20 to 35.", [("35", 35, 35, 35, "injured", None)]),
    ("en", "At least nine people, including two women, were killed.",
     [("nine people", 9, None, 9, "killed", "people"), ("two women", 2, 2, 2, "killed", "women")]),
    ("en", "Twenty-five miners died; three dozen were rescued.",
     [("Twenty-five miners", 25, 25, 25, "killed", "workers"), ("three dozen", 36, 36, 36, "rescued", None)]),
    ("en", "Hundreds of civilians were arrested.", [("Hundreds of civilians", 200, None, None, "arrested", "civilians")]),
    ("en", "Half a million people fled.", [("Half a million people", 500_000, 500_000, 500_000, "fled", "people")]),
    ("en", "Police arrested 3 suspects.", [("3 suspects", 3, 3, 3, "arrested", "suspects")]),
    ("en", "It cost $3 million, or 12 percent.", [("3 million", 3e6, 3e6, 3e6, "money", None), ("12 percent", 12, 12, 12, "percent", None)]),
    ("en", "300 protesters marched.", [("300 protesters", 300, 300, 300, "other", "protesters")]),
    ("nl", "Minstens 1.200 burgers zijn gedood en 85 gewond geraakt.",
     [("1.200 burgers", 1200, None, 1200, "killed", "civilians"), ("85 gewond", 85, None, 85, "injured", "civilians")]),
    ("nl", "Ruim 2,5 miljoen mensen zijn gevlucht.", [("2,5 miljoen mensen", 2.5e6, None, 2.5e6, "fled", "people")]),
    ("nl", "Drieëntwintig soldaten kwamen om.", [("Drieëntwintig soldaten", 23, 23, 23, "killed", "soldiers")]),
    ("de", "Mindestens 1.200 Zivilisten wurden getötet und 85 verletzt.",
     [("1.200 Zivilisten", 1200, None, 1200, "killed", "civilians"), ("85 verletzt", 85, None, 85, "injured", "civilians")]),
    ("de", "Rund 2,5 Millionen Menschen sind geflohen.", [("2,5 Millionen Menschen", None, None, 2.5e6, "fled", "people")]),
    ("de", "Der Bau kostet 5 Mio. Euro.", [("5 Mio. Euro", 5e6, 5e6, 5e6, "money", None)]),
    ("fr", "Au moins 1 200 civils ont été tués et 85 blessés.",
     [("1 200 civils", 1200, None, 1200, "killed", "civilians"), ("85 blessés", 85, None, 85, "injured", "civilians")]),
    ("fr", "Une vingtaine de soldats ont été tués.", [("Une vingtaine de soldats", 20, 20, 20, "killed", "soldiers")]),
    ("es", "Al menos 1.200 civiles han muerto.", [("1.200 civiles", 1200, None, 1200, "killed", "civilians")]),
    ("es", "Más de 2,5 millones de personas han huido.", [("2,5 millones de personas", 2.5e6, None, 2.5e6, "fled", "people")]),
    ("uk", "Щонайменше 1200 цивільних загинули, 85 поранено.",
     [("1200 цивільних", 1200, None, 1200, "killed", "civilians"), ("85 поранено", 85, 85, 85, "injured", None)]),
    ("uk", "Понад 2,5 мільйона людей втекли.", [("2,5 мільйона людей", 2.5e6, None, 2.5e6, "fled", "people")]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_figures_are_found_with_bounds_and_kind(lang: str, text: str, expected: list[Row]) -> None:
    assert rows(text, lang) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It has been 8 years since 2014.",
        "His 13-year-old son sang.",
        "Jane Roe, 24, was killed.",
        "They were killed at 3:30 p.m. on Highway 5.",
        "She was injured on 3 March 2021.",
        "It rained for a third of the year.",
        "They waited half an hour.",
        "The second half of the match was dull.",
        "A third witness was heard.",
        "From 2019 to 2021 inflation soared.",
        "They met three times in two nights.",
        "The 2-3 defeat stung.",
        "The home side won 3-2.",
        "Call 555-1234 now.",
        "1. First\n2. Second",
        "The 24th soldier was killed.",
        "One of the soldiers was killed.",
        "In 2014 people fled.",
        "Boeing 737 and COVID-19.",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert rows(text) == []


def test_hedges_are_spans_of_their_own() -> None:
    text = "At least 14 people were killed."
    (figure,) = find(text)
    assert [hedge.of(text) for hedge in figure.hedges] == ["At least"]


def test_numbers_inside_names_and_dropped_spans_are_no_figures() -> None:
    text = "The 300 Club members met."
    mention = Mention(id="m", article="article-1", span=span_of(text, "300 Club"), kind="organisation", canonical="300 Club", confidence=1, made_by="t")
    assert find("Seven people died.") != []
    assert find(text, mentions=(mention,)) == []
    dropped = Dropped(span=Span(start=0, end=18), reason="notice")
    assert list(find_figures(make_article("Seven people died.", dropped=(dropped,)), load_pack("en"), None, (), (), ())) == []


def test_period_as_of_and_place_come_from_the_sentence() -> None:
    text = "Since Feb. 24, some 900 people have been killed in Kharkiv. As of 3 April, 50 people were missing."
    mention = Mention(id="m", article="article-1", span=span_of(text, "Kharkiv"), kind="place", canonical="Kharkiv", confidence=1, made_by="t")
    killed, missing = find(text, mentions=(mention,))
    assert killed.period == DateRange(start="2022-02-24", end="2022-04-25")
    assert killed.place == "Kharkiv"
    assert missing.as_of == DateRange(start="2022-04-03", end="2022-04-04")
    assert missing.place is None and missing.period is None


def test_the_count_belongs_to_the_speaker_whose_words_hold_it() -> None:
    text = "The mayor said 12 people were killed. Four people were injured."
    attribution = Attribution(
        id="attribution-1", article="article-1", source=(span_of(text, "The mayor"),), cue=(span_of(text, "said"),),
        content=(span_of(text, "12 people were killed"),), type="indirect", speaker="Ana Roe", speaker_as_written="The mayor",
        speaker_how="test", speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=1.0,
        made_by="t",
    )  # fmt: skip
    first, second = find_figures(make_article(text), load_pack("en"), None, (attribution,), (), ())
    assert (first.source, first.attribution) == ("Ana Roe", "attribution-1")
    assert (second.source, second.attribution) == (None, None)


def test_a_count_inside_what_is_offered_is_pledged() -> None:
    text = "The nurses are ready to treat 300 wounded miners, as 14 people were killed."
    offer = Commitment(
        id="commitment-1", article="article-1", holder=None, holder_canonical=None, force="offer", consequence=span_of(text, "treat 300 wounded miners"), conditions=(), operator=None,
        addressee=None, addressee_canonical=None, conditional=False, attribution=None, confidence=1.0, made_by="t",
    )  # fmt: skip
    found = find_figures(make_article(text), load_pack("en"), None, (), (), (), (offer,))
    assert [(figure.point, figure.pledged) for figure in found] == [(300, True), (14, False)]


def test_a_tag_of_the_model_names_a_kind_that_words_do_not() -> None:
    text = "The school put up 40."
    tag = Tag(layer="figure", label="displaced", span=span_of(text, "40"), confidence=0.9)
    encoding = Encoding(article="article-1", tags=(tag,), links=(), vectors=(), made_by="t")
    assert [figure.kind for figure in find(text, encoding=encoding)] == ["displaced"]
    assert find(text) == []


def test_a_language_without_pack_has_no_figures() -> None:
    assert list(find_figures(make_article("14 people died", lang="sv"), None, None, (), (), ())) == []


_PIECES = st.sampled_from(
    ["5", "1,200", "2.5 million", "hundred", "two", "dozen", "of", "people", "killed", "-", "to", "between", "and", "half", "a", "$", "%", ".",
     "\n", "at least", "or more", "hundreds", "one", "Mio.", "injured", ",", "000", "99999999999999999999", "²", "١٢", "İ"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join)), st.sampled_from(["en", "de", "es", "fr"]))
def test_any_text_gives_spans_that_slice_back_and_bounds_in_order(text: str, lang: str) -> None:
    figures = find(text, lang)
    for figure in figures:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert any(value is not None for value in (figure.low, figure.high, figure.point))
        assert all(hedge.of(text).strip() == hedge.of(text) != "" for hedge in figure.hedges)
    assert len({figure.id for figure in figures}) == len(figures)
    assert figures == find(text, lang)


ONE_KILLED = {
    "en": "A young soldier was killed near the border.", "nl": "Een man is doodgeschoten.", "de": "Eine Frau wurde getötet.", "fr": "Un homme a été tué.", "es": "Una mujer murió en el ataque.",
    "it": "Un uomo è morto nell'attentato.", "pt": "Um homem foi morto.", "pl": "Zginął mężczyzna.", "cs": "Muž zemřel po výbuchu.", "uk": "Загинув чоловік.", "ru": "Женщина погибла на месте.",
    "tr": "Saldırıda bir kadın öldürüldü.",
}  # fmt: skip
DISPLACED = {
    "en": "Some 4,000 people took shelter in a school.", "nl": "4.000 mensen worden opgevangen.", "de": "4.000 Menschen wurden umgesiedelt.", "fr": "4 000 personnes ont été relogées.",
    "es": "4.000 personas fueron reubicadas.", "pt": "4.000 pessoas foram realojadas.", "uk": "4000 людей переселено.", "ru": "4000 человек переселено.",
}  # fmt: skip


@pytest.mark.parametrize("lang", ONE_KILLED)
def test_one_person_told_of_is_a_count_of_one(lang: str) -> None:
    (found,) = rows(ONE_KILLED[lang], lang)
    assert found[1:5] == (1, 1, 1, "killed")


@pytest.mark.parametrize("lang", DISPLACED)
def test_shelter_and_resettlement_are_displacement(lang: str) -> None:
    assert [(row[3], row[4]) for row in rows(DISPLACED[lang], lang)] == [(4000, "displaced")]


@pytest.mark.parametrize(
    "text",
    [
        "A man was arrested.",
        "A soldier walked past the house.",
        "Two brothers, aged 26 and 21, were killed.",
        "Elena Orlay and Piet Hulst, both 16, were killed.",
        "A woman said that the shop was closed after the war.",
    ],
)
def test_a_person_of_whom_nothing_of_the_kind_is_told_is_no_count(text: str) -> None:
    assert [row for row in rows(text) if row[3] in (1, 16, 21, 26)] == []


def test_an_event_word_before_a_comma_does_not_reach_the_next_number() -> None:
    assert [(row[3], row[4]) for row in rows("Three of them were killed, four hurt.")] == [(3, "killed"), (4, "injured")]
    assert rows("Kazada hayatını kaybetti, dört hamal yaralandı.", "tr")[-1][4] == "injured"


def test_who_does_it_is_not_counted_among_those_it_is_done_to() -> None:
    assert [(row[3], row[4]) for row in rows("Two bombs killed 14 people.") if row[4] != "other"] == [(14, "killed")]
    assert [row[4] for row in rows("Two soldiers shot a man.") if row[3] == 2] == ["troops"]


def test_nouns_of_events_are_counted() -> None:
    assert [(row[0], row[3], row[4]) for row in rows("About 38,000 conflict-related displacements were verified.")] == [
        ("38,000 conflict-related displacements", 38000, "displaced")
    ]
    assert [(row[3], row[4]) for row in rows("The storm led to the displacement of 4,000 people.")] == [(4000, "displaced")]


def test_people_counted_besides_others_of_the_kind_are_no_total() -> None:
    assert [row[5] for row in rows("Two people were killed in the square and three others were killed at home.")] == ["people", "others"]
    assert [row[5] for row in rows("One person was killed and three others were injured.")] == ["people", "people"]


MORE_DEAD = {
    "en": "Three more people died, bringing the death toll to 17.", "nl": "Nog eens drie mensen kwamen om, waardoor het dodental steeg tot 17.", "de": "Weitere drei Menschen starben, nun gibt es 17 Tote.",
    "fr": "Trois autres personnes sont mortes, portant le bilan à 17 morts.", "es": "Otras tres personas murieron, lo que eleva a 17 el número de muertos.",
    "it": "Altre tre persone sono morte, portando il bilancio a 17 morti.", "pt": "Outras três pessoas morreram, elevando para 17 o número de mortos.",
    "pl": "Kolejne trzy osoby zginęły, a liczba ofiar wzrosła do 17 zabitych.", "cs": "Další tři lidé zemřeli, počet obětí tak vzrostl na 17 mrtvých.",
    "uk": "Ще троє людей загинули, кількість загиблих зросла до 17.", "ru": "Ещё три человека погибли, число погибших выросло до 17.",
}  # fmt: skip


@pytest.mark.parametrize("lang", MORE_DEAD)
def test_people_counted_besides_those_of_a_toll_are_no_total(lang: str) -> None:
    found = rows(MORE_DEAD[lang], lang)
    assert [(row[3], row[5]) for row in found if row[4] == "killed"][:1] == [(3, "others")]


def test_the_past_day_told_with_a_count_is_its_period() -> None:
    text = "On 12 April, 14 people were killed. In 2014 a fire there killed 30 people. On 3 May 2023 some 200 people were rescued."
    first, second, third = find(text)
    assert first.period == DateRange(start="2022-04-12", end="2022-04-13")
    assert second.period == DateRange(start="2014-01-01", end="2015-01-01")
    assert third.period is None


def test_a_word_before_that_names_places_and_hours_does_not_hide_a_counted_noun() -> None:
    assert [(row[3], row[4]) for row in rows("Output stands at 38 percent.")] == [(38, "percent")]
    assert [(row[3], row[4]) for row in rows("Het stuk is getaxeerd op 800 euro.", "nl")] == [(800, "money")]
    assert [row[0] for row in rows("The attack on 12 civilians was filmed.")] == ["12 civilians"]
    assert rows("They were killed at 9 on Route 66.") == []


@pytest.mark.parametrize(
    ("lang", "text", "percent"),
    [
        ("en", "They hold a third of the island.", 33.3), ("en", "Nine tenths of the crop was lost.", 90), ("en", "One in five went home.", 20),
        ("en", "Four households out of ten have a well.", 40), ("en", "Half of the roofs leak.", 50), ("en", "Every tenth lamp was dark.", 10),
        ("nl", "Twee derde van de daken lekt.", 66.7), ("nl", "Een kwart van de stemmen ging naar de bakker.", 25), ("nl", "Drie op de tien lampen brandden.", 30),
        ("nl", "De helft van de boten zonk.", 50),
        ("de", "Ein Fünftel der Dächer ist undicht.", 20), ("de", "Die Hälfte der Boote sank.", 50), ("de", "Jeder zehnte Brunnen ist leer.", 10), ("de", "Neun von zehn Lampen brannten.", 90),
        ("fr", "Deux tiers des toits fuient.", 66.7), ("fr", "Un habitant sur cinq est parti.", 20), ("fr", "La moitié des barques a coulé.", 50),
        ("es", "Más puentes: dos tercios de los barrios los tienen.", 66.7), ("es", "Uno de cada cinco se fue.", 20), ("es", "La mitad de las barcas se hundió.", 50),
        ("it", "Due terzi dei tetti perdono.", 66.7), ("it", "Un abitante su cinque è partito.", 20), ("it", "La metà delle barche è affondata.", 50),
        ("pt", "Dois terços dos telhados pingam.", 66.7), ("pt", "Um em cada cinco foi embora.", 20), ("pt", "Metade dos barcos afundou.", 50),
        ("pl", "Jedna trzecia dachów przecieka.", 33.3), ("pl", "Połowa łodzi zatonęła.", 50), ("pl", "9 na 10 lamp się świeciło.", 90), ("pl", "Co piąty dom stoi pusty.", 20),
        ("cs", "Dvě třetiny střech zatékají.", 66.7), ("cs", "Čtvrtina lodí se potopila.", 25), ("cs", "Každý pátý dům je prázdný.", 20),
        ("uk", "Дві третини дахів протікають.", 66.7), ("uk", "Половина човнів затонула.", 50), ("uk", "Кожен п'ятий будинок порожній.", 20),
        ("ru", "Две трети крыш протекают.", 66.7), ("ru", "Треть лодок затонула.", 33.3), ("ru", "Девять из десяти ламп горели.", 90), ("ru", "Каждый пятый дом пуст.", 20),
        ("tr", "Çatıların üçte ikisi akıyor.", 66.7), ("tr", "Teknelerin yarısı battı.", 50), ("tr", "Her beş evden biri boş.", 20),
    ],
)  # fmt: skip
def test_a_share_told_in_words_is_a_percent(lang: str, text: str, percent: float) -> None:
    assert [(figure.point, figure.kind, figure.unit) for figure in find(text, lang)] == [(percent, "percent", "%")]


def test_a_hedge_bounds_a_share() -> None:
    assert [row[1:5] for row in rows("At most a third of the boats sank.")] == [(None, 33.3, 33.3, "percent")]
    assert [row[1:5] for row in rows("Mehr als die Hälfte der Boote sank.", "de")] == [(50, None, 50, "percent")]


@pytest.mark.parametrize(
    ("lang", "text", "words", "unit"),
    [
        ("en", "The wells lie 900 metres apart.", "900 metres", "metres"), ("en", "They burned 40 square kilometres.", "40 square kilometres", "square kilometres"),
        ("nl", "Het schip vervoert 6.200 ton zout.", "6.200 ton", "ton"), ("de", "Das Wasser stieg auf 7,50 Meter.", "7,50 Meter", "meter"),
        ("fr", "Le feu a pris 300 hectares.", "300 hectares", "hectares"), ("es", "Cayeron 80 litros.", "80 litros", "litros"), ("it", "La frana dista 12 chilometri.", "12 chilometri", "chilometri"),
        ("pt", "Venderam 15 toneladas.", "15 toneladas", "toneladas"), ("pl", "Spłonęło 20 hektarów.", "20 hektarów", "hektarów"),
        ("cs", "Shořelo 20 hektarů.", "20 hektarů", "hektarů"), ("uk", "Вони зібрали 90 тонн.", "90 тонн", "тонн"), ("ru", "Собрали 90 тонн.", "90 тонн", "тонн"),
        ("tr", "Gemi 90 ton tuz taşıyor.", "90 ton", "ton"),
    ],
)  # fmt: skip
def test_a_measure_is_a_figure_that_no_event_governs(lang: str, text: str, words: str, unit: str) -> None:
    assert [(figure.span.of(text), figure.unit, figure.kind) for figure in find(text, lang)] == [(words, unit, "other")]
    assert [row[4] for row in rows("They were killed 5 km from the border.")] == ["other"]


@pytest.mark.parametrize(
    ("lang", "text", "point"),
    [
        ("en", "Seven deputies took theirs back.", 7), ("nl", "Drie coalitiepartijen stemden tegen.", 3), ("de", "In der Halle standen 90 Getriebe bereit.", 90),
        ("fr", "Les 300 bureaux ouvriront lundi.", 300), ("it", "Il comune ha 40 pulmini verdi.", 40), ("ru", "В зале стояло 90 роялей.", 90), ("tr", "Limanda 90 vinç duruyor.", 90),
    ],
)  # fmt: skip
def test_a_number_before_a_noun_of_no_list_is_a_figure(lang: str, text: str, point: float) -> None:
    assert [(figure.point, figure.kind) for figure in find(text, lang)] == [(point, "other")]


def test_turkish_tells_a_percent_before_and_a_case_behind_a_number() -> None:
    assert [row[1:5] for row in rows("Vergi yüzde 40'ını aştı.", "tr")] == [(40, 40, 40, "percent")]
    assert [row[1:5] for row in rows("Fiyatlar yüzde 8-10 artarsa kapatırız.", "tr")] == [(8, 10, None, "percent")]
    assert rows("Toplantı 3'üncü günde bitti.", "tr") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "About 2,000 soldiers are in the mill."), ("nl", "In de molen zitten circa tweeduizend militairen."), ("de", "In der Mühle sitzen rund 2.000 Soldaten."),
        ("fr", "Environ 2 000 soldats sont dans le moulin."), ("es", "Hay unos 2.000 soldados en el molino."), ("it", "Nel mulino ci sono circa 2.000 soldati."),
        ("pl", "W młynie jest około 2000 żołnierzy."), ("cs", "Ve mlýně je asi 2000 vojáků."), ("uk", "У млині близько 2000 солдатів."), ("ru", "На мельнице около 2000 солдат."),
    ],
)  # fmt: skip
def test_soldiers_whom_nothing_befell_are_troops(lang: str, text: str) -> None:
    assert [(figure.point, figure.low, figure.kind, len(figure.hedges)) for figure in find(text, lang)] == [(2000, None, "troops", 1)]


def test_a_person_who_did_it_to_himself_is_hurt() -> None:
    assert [row[3:5] for row in rows("A clerk accidentally shot himself in the foot.")] == [(1, "injured")]
    assert [row for row in rows("A clerk shot him in the foot.") if row[0] == "A clerk"] == []


def test_an_age_before_the_noun_of_a_person_is_part_of_it() -> None:
    assert [row[3:5] for row in rows("A 2 year old little boy was injured by a kite.")] == [(1, "injured")]


NEIGHBOURS = {
    "en": "A cyclist was injured.", "nl": "Een fietser raakte gewond.", "de": "Ein Radfahrer wurde verletzt.", "fr": "Un cycliste a été blessé.", "es": "Un ciclista resultó herido.",
    "it": "Un ciclista è rimasto ferito.", "pt": "Um ciclista ficou ferido.", "pl": "Rowerzysta został ranny.", "cs": "Cyklista byl zraněn.", "uk": "Велосипедист був поранений.",
    "ru": "Велосипедист ранен.", "tr": "Bisikletli yaralandı.",
}  # fmt: skip


@pytest.mark.parametrize("lang", NEIGHBOURS)
def test_people_of_everyday_life_are_counted(lang: str) -> None:
    assert [row[3:5] for row in rows(NEIGHBOURS[lang], lang)] == [(1, "injured")]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "The order, No. 15-674, destroyed it.", []),
        ("en", "No 15-20 people were killed.", ["15-20 people"]),
        ("de", "Der Beschluss Nr. 15-40 zerstörte die Pläne.", []),
        ("ru", "Дело № 15-40: разрушено 12 домов.", ["12 домов"]),
    ],
)
def test_the_number_of_a_file_is_no_figure(lang: str, text: str, told: list[str]) -> None:
    assert [figure.span.of(text) for figure in find(text, lang)] == told


def test_a_dash_behind_an_agency_opens_a_count_and_one_behind_a_letter_does_not() -> None:
    assert [row[0] for row in rows("LINDHAM (KTX)\u2013Two people are dead.")] == ["Two people"]
    assert rows("The plan B\u20132 people liked.") == []
