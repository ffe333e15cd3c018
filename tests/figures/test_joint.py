"""What is said of one number reaches those told in the same breath: hedge, population, period, floor, counter."""

from __future__ import annotations

import pytest

from onrecord.dates import find_dates
from onrecord.figures import find_figures
from onrecord.languages import load_pack
from onrecord.records import Article, Attribution, DateRange, Figure, Mention, Span

PERIOD = DateRange(start="2031-03-10", end="2031-05-03")


def find(text: str, lang: str, attributions: tuple[Attribution, ...] = (), mentions: tuple[Mention, ...] = ()) -> list[Figure]:
    article = Article(
        id="article-1", name="one", text=text, text_hash="", lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
        published=DateRange(start="2031-05-02", end="2031-05-03"), published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip
    pack = load_pack(lang)
    return list(find_figures(article, pack, None, attributions, tuple(find_dates(article, pack)), mentions))


FLOORS = [
    ("en", "At least 412 civilians have been killed and 655 wounded."), ("nl", "Zeker 412 burgers zijn gedood en 655 gewond geraakt."),
    ("de", "Mindestens 412 Zivilisten wurden getötet und 655 verletzt."), ("fr", "Au moins 412 civils ont été tués et 655 blessés."),
    ("es", "Al menos 412 civiles murieron y 655 resultaron heridos."), ("it", "Almeno 412 civili sono stati uccisi e 655 feriti."),
    ("pt", "Pelo menos 412 civis foram mortos e 655 ficaram feridos."), ("pl", "Co najmniej 412 cywilów zginęło, a 655 zostało rannych."),
    ("cs", "Nejméně 412 civilistů bylo zabito a 655 zraněno."), ("uk", "Щонайменше 412 цивільних загинули та 655 поранені."),
    ("ru", "По меньшей мере 412 мирных жителей погибли и 655 ранены."), ("tr", "En az 412 sivil öldü ve 655 yaralandı."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), FLOORS)
def test_a_floor_and_a_population_reach_the_second_count(lang: str, text: str) -> None:
    killed, injured = find(text, lang)
    assert (killed.kind, killed.low, killed.high, injured.kind, injured.low, injured.high, injured.point) == ("killed", 412, None, "injured", 655, None, 655)
    assert injured.population == killed.population
    assert [span.of(text) for span in injured.hedges] == [span.of(text) for span in killed.hedges] != []


def test_an_estimate_reaches_a_round_number_only() -> None:
    soldiers, villagers = find("About 300 soldiers and 150 civilians hold the mill.", "en")
    assert (soldiers.point, villagers.low, villagers.high, villagers.point) == (300, None, None, 150)
    _, hurt = find("About 300 soldiers were killed and 147 wounded.", "en")
    assert (hurt.low, hurt.high) == (147, 147)


def test_a_count_with_words_of_its_own_keeps_them() -> None:
    _, hurt = find("At least 14 soldiers were killed and about 30 police officers wounded.", "en")
    assert (hurt.low, hurt.high, hurt.point, hurt.population) == (None, None, 30, "police")
    _, guards = find("At least 14 soldiers were killed and 30 watchmen wounded.", "en")
    assert (guards.low, guards.population) != (30, "soldiers")
    _, others = find("The blast killed 14 soldiers and injured 30 others.", "en")
    assert others.population != "soldiers"


def test_a_clause_with_a_noun_of_its_own_is_told_for_itself() -> None:
    _, dead = find("At least fifteen people were wounded and two people were killed.", "en")
    assert (dead.low, dead.high) == (2, 2)
    _, kin = find("The blast killed twelve soldiers and injured three of her sons.", "en")
    assert kin.population != "soldiers"


def test_those_beside_one_man_are_people() -> None:
    assert [figure.population for figure in find("One man was killed and three injured.", "en")] == ["men", "people"]


def test_nothing_reaches_over_a_stop_or_without_an_and() -> None:
    _, hurt = find("At least 14 people were killed; 30 were injured.", "en")
    assert (hurt.low, hurt.high) == (30, 30)


HIGHER = [
    ("en", "The clinic says 40 people were killed, though the true figure is believed to be much higher.", "true figure is believed to be much higher"),
    ("de", "Nach Angaben der Klinik wurden 40 Menschen getötet, die tatsächliche Zahl dürfte höher sein.", "tatsächliche Zahl dürfte höher"),
    ("fr", "Selon la clinique, 40 personnes ont été tuées, mais le bilan réel serait plus lourd.", "bilan réel serait plus lourd"),
    ("ru", "По данным клиники, погибли 40 человек, но реальное число может быть выше.", "реальное число может быть выше"),
    ("pl", "Według kliniki zginęło 40 osób, ale rzeczywista liczba może być wyższa.", "rzeczywista liczba może być wyższa"),
    ("tr", "Kliniğe göre 40 kişi öldü ancak gerçek sayının daha yüksek olduğu sanılıyor.", "gerçek sayının daha yüksek"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words"), HIGHER)
def test_a_true_figure_told_to_be_higher_makes_a_floor(lang: str, text: str, words: str) -> None:
    (figure,) = find(text, lang)
    assert (figure.low, figure.high, figure.point) == (40, None, 40)
    assert words in [span.of(text) for span in figure.hedges]


SINCE = [
    ("en", "Some 412 people have been killed and 655 injured since the strike began on 10 March 2031."),
    ("nl", "Er zijn 412 mensen gedood en 655 gewond geraakt sinds de staking begon op 10 maart 2031."),
    ("de", "412 Menschen wurden getötet und 655 verletzt seit dem Beginn des Streiks am 10. März 2031."),
    ("fr", "412 personnes ont été tuées et 655 blessées depuis le début de la grève le 10 mars 2031."),
    ("es", "412 personas murieron y 655 resultaron heridas desde el inicio de la huelga el 10 de marzo de 2031."),
    ("pl", "Zginęło 412 osób, a 655 zostało rannych od początku strajku 10 marca 2031."),
    ("ru", "Погибли 412 человек и ранены 655 с начала забастовки 10 марта 2031 года."),
    ("tr", "10 Mart 2031'de başlayan grevden bu yana 412 kişi öldü ve 655 kişi yaralandı."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), SINCE)
def test_a_clause_with_since_opens_the_period_of_all_counts(lang: str, text: str) -> None:
    assert [figure.period for figure in find(text, lang)] == [PERIOD, PERIOD]


def test_a_way_from_a_place_is_no_period() -> None:
    (figure,) = find("412 personas huyeron desde la costa el 10 de marzo de 2031.", "es")
    assert figure.period == DateRange(start="2031-03-10", end="2031-03-11")


def count_of(text: str, lang: str, speaker: str, written: str, kind: str) -> str | None:
    source, cue, content = (Span(start=text.index(part), end=text.index(part) + len(part)) for part in (written, ":", text.split(": ")[1]))
    told = Attribution(
        id="attribution-1", article="article-1", source=(source,), cue=(cue,), content=(content,), type="indirect", speaker=speaker, speaker_as_written=written,
        speaker_how="test", speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=0.9, made_by="test@1",
    )  # fmt: skip
    mention = Mention(id="mention-1", article="article-1", span=source, kind=kind, canonical=speaker, confidence=0.9, made_by="test@1")
    return find(text, lang, (told,), (mention,))[0].source


COUNTERS = [
    ("en", "The UN refugee agency: 412 people have fled.", "UN", "The UN refugee agency", "organisation", "UN refugee agency"),
    ("de", "Das UN-Flüchtlingshilfswerk: 412 Menschen sind geflohen.", "UN", "Das UN-Flüchtlingshilfswerk", "organisation", "UN-Flüchtlingshilfswerk"),
    ("pl", "Agencja ONZ do spraw uchodźców: uciekło 412 osób.", "ONZ", "Agencja ONZ do spraw uchodźców", "organisation", "Agencja ONZ do spraw uchodźców"),
    ("en", "The police chief Ada Quill: 412 people have fled.", "Ada Quill", "The police chief Ada Quill", "person", "Ada Quill"),
    ("en", "A UN statement: 412 people have fled.", "UN", "A UN statement", "organisation", "UN"),
]


@pytest.mark.parametrize(("lang", "text", "speaker", "written", "kind", "counter"), COUNTERS)
def test_the_counter_is_the_body_that_the_text_names(lang: str, text: str, speaker: str, written: str, kind: str, counter: str) -> None:
    assert count_of(text, lang, speaker, written, kind) == counter
