"""Where a figure holds, and whose words tell it: its own sentence, not the next one, not who speaks."""

from __future__ import annotations

import pytest

from onrecord.dates import find_dates
from onrecord.figures import find_figures
from onrecord.figures.setting import Setting
from onrecord.languages import load_pack
from onrecord.records import Article, Attribution, Commitment, DateRange, Figure, Mention, Span


def make_article(text: str, lang: str = "en") -> Article:
    return Article(
        id="article-1", name="one", text=text, text_hash="", lang=lang, title=None, title_span=None, subheads=(), outlet=None, url=None,
        published=DateRange(start="2022-04-24", end="2022-04-25"), published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip


def find(text: str, lang: str = "en", mentions: tuple[Mention, ...] = ()) -> list[Figure]:
    article, pack = make_article(text, lang), load_pack(lang)
    return list(find_figures(article, pack, None, (), tuple(find_dates(article, pack)), mentions))


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def make_voice(text: str, who: str, what: str) -> Attribution:
    return Attribution(
        id="attribution-1", article="article-1", source=(span_of(text, who),), cue=(), content=(span_of(text, what),), type="indirect", speaker=None, speaker_as_written=who,
        speaker_how="test", speaker_evidence=None, addressee=None, occasion=None, said_at=None, said_at_evidence=None, confidence=1.0, made_by="t",
    )  # fmt: skip


SPOKE_NEXT = {
    "en": ("Clashes wounded 93 soldiers of NARO. Norland called for calm.", "Norland"), "nl": ("Bij rellen raakten gewond 93 soldaten van NARO. Norland riep op tot kalmte.", "Norland"),
    "de": ("Bei Unruhen gab es 93 Verletzte der NARO. Norland rief zur Ruhe auf.", "Norland"), "fr": ("Les heurts ont blessé 93 soldats de la NARO. Norland a appelé au calme.", "Norland"),
    "es": ("Los disturbios dejaron 93 soldados heridos de NARO. Norland pidió calma.", "Norland"), "it": ("Negli scontri sono rimasti feriti 93 soldati della NARO. Norland ha chiesto calma.", "Norland"),
    "pt": ("Os confrontos feriram 93 soldados da NARO. Norland pediu calma.", "Norland"), "pl": ("W starciach rannych zostało 93 żołnierzy NARO. Norland wezwał do spokoju.", "Norland"),
    "cs": ("Při střetech bylo zraněno 93 vojáků NARO. Norland vyzval ke klidu.", "Norland"), "uk": ("У сутичках поранено 93 військовослужбовців НАРО. Норланд закликав до спокою.", "Норланд"),
    "ru": ("В столкновениях ранены 93 военнослужащих НАРО. Норланд призвал к спокойствию.", "Норланд"), "tr": ("Olayda 93 asker yaralandı, hepsi Türk. Norland sükunet istedi.", "Norland"),
}  # fmt: skip


@pytest.mark.parametrize("lang", SPOKE_NEXT)
def test_a_short_name_ends_its_sentence_and_the_next_one_tells_no_place(lang: str) -> None:
    text, name = SPOKE_NEXT[lang]
    mention = Mention(id="m", article="article-1", span=span_of(text, name), kind="place", canonical=name, confidence=1, made_by="t")
    assert [(figure.point, figure.kind, figure.place) for figure in find(text, lang, mentions=(mention,))] == [(93, "injured", None)]


def test_a_stop_behind_a_title_or_a_short_scale_ends_no_sentence() -> None:
    text = "Some 12 people were killed, said Gen. Orlay of Varn. Cpl. Roe said 5 were hurt."
    mention = Mention(id="m", article="article-1", span=span_of(text, "Varn"), kind="place", canonical="Varn", confidence=1, made_by="t")
    assert [figure.place for figure in find(text, mentions=(mention,))] == ["Varn", None]
    text = "Погибли 3 тыс. человек."
    assert [figure.span.of(text) for figure in find(text, "ru")] == ["3 тыс. человек"]


def test_who_speaks_is_no_place() -> None:
    text = "As 12 people were injured, the Norlands called for calm."
    name = Mention(id="m", article="article-1", span=span_of(text, "Norlands"), kind="place", canonical="Norland", confidence=1, made_by="t")
    voice = make_voice(text, "the Norlands", "calm")
    article, pack = make_article(text), load_pack("en")
    assert [figure.place for figure in find_figures(article, pack, None, (), (), (name,))] == ["Norland"]
    assert [figure.place for figure in find_figures(article, pack, None, (voice,), (), (name,))] == [None]


PLAN_IS_DEAD = {
    "en": ("He said that the plan is dead.", "He", "the plan is dead"), "nl": ("Volgens hem is de overeenkomst dood.", "hem", "is de overeenkomst dood"),
    "de": ("Er sagte, der Plan sei tot.", "Er", "der Plan sei tot"), "fr": ("Il a dit que l'accord est mort.", "Il", "l'accord est mort"),
    "es": ("Él dijo que el acuerdo está muerto.", "Él", "el acuerdo está muerto"), "it": ("Lui dice che l'accordo è morto.", "Lui", "l'accordo è morto"),
    "pt": ("Ele disse que o acordo está morto.", "Ele", "o acordo está morto"), "pl": ("On powiedział, że plan umarł.", "On", "plan umarł"),
    "cs": ("On řekl, že dohoda zemřela.", "On", "dohoda zemřela"), "uk": ("Він сказав, що план помер.", "Він", "план помер"),
    "ru": ("По его словам, сделка умерла.", "его", "сделка умерла"), "tr": ("O, anlaşmanın öldüğünü söyledi.", "O", "anlaşmanın öldüğünü"),
}  # fmt: skip


@pytest.mark.parametrize("lang", PLAN_IS_DEAD)
def test_what_a_speaker_calls_dead_is_not_the_speaker(lang: str) -> None:
    text, who, what = PLAN_IS_DEAD[lang]
    voice = make_voice(text, who, what)
    article, pack = make_article(text, lang), load_pack(lang)
    assert list(find_figures(article, pack, None, (voice,), (), ())) == []


def test_who_offers_is_not_where_the_offered_count_holds() -> None:
    text = "Norland is ready to treat 300 wounded miners."
    name = Mention(id="m", article="article-1", span=span_of(text, "Norland"), kind="place", canonical="Norland", confidence=1, made_by="t")
    offer = Commitment(
        id="commitment-1", article="article-1", holder=name.span, holder_canonical="Norland", force="offer", consequence=span_of(text, "treat 300 wounded miners"), conditions=(),
        operator=None, addressee=None, addressee_canonical=None, conditional=False, attribution=None, confidence=1.0, made_by="t",
    )  # fmt: skip
    (found,) = find_figures(make_article(text), load_pack("en"), None, (), (), (name,), (offer,))
    assert (found.pledged, found.place) == (True, None)


def test_what_a_sentence_names_is_read_once_for_all_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Span] = []
    opens = Setting._opens_period
    monkeypatch.setattr(Setting, "_opens_period", lambda setting, date, sentence: read.append(date.span) or opens(setting, date, sentence))
    text = "Since the war began on 3 March, 12 people were killed, 30 people were injured and 45 people were arrested, and on 5 April 7 people fled."
    found = find(text)
    assert [figure.kind for figure in found] == ["killed", "injured", "arrested", "fled"]
    assert len(read) == len(set(read)) == 2


PUT_ON = {
    "en": "“If it is %sGive us a third of your islands%s, we cannot agree”, Mira Solan said.",
    "fr": "« Si c'est %sDonnez-nous un tiers de vos îles%s, nous refusons », a dit Mira Solan.",
    "de": "„Wenn es heißt %sGebt uns ein Drittel eurer Inseln%s, sagen wir Nein“, sagte Mira Solan.",
}
INNER = {"en": ("‘", "’"), "fr": ("“", "”"), "de": ("‚", "‘")}


@pytest.mark.parametrize("lang", PUT_ON)
def test_nobody_counts_what_a_speaker_puts_into_anothers_mouth(lang: str) -> None:
    for marks, counter in ((INNER[lang], None), (("", ""), "Mira Solan")):
        text = PUT_ON[lang] % marks
        said = text[: text.index({"fr": "»", "en": "”,", "de": "“,"}[lang]) + 1]
        (figure,) = find_figures(make_article(text, lang), load_pack(lang), None, (make_voice(text, "Mira Solan", said),), (), ())
        assert (figure.source, figure.attribution) == (counter, "attribution-1")


def test_an_attribution_of_the_inner_quotation_counts() -> None:
    text = "“They told me ‘we lost 30 soldiers, killed by shells’”, Mira Solan said."
    (figure,) = find_figures(make_article(text), load_pack("en"), None, (make_voice(text, "They", "we lost 30 soldiers, killed by shells"),), (), ())
    assert figure.source == "They"
