"""How tags, links and quotation marks become drafts of attributions."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attributions.decode import Draft, decode_drafts
from onrecord.attributions.find import find_attributions
from onrecord.languages import load_pack
from onrecord.records import Article, Encoding, Link, Mention, Span, Tag
from tests.attributions.make import CONFIDENCE, make, read, span_of
from tests.growth import grows_gently


def drafts(marked: str, **options: tuple[int, ...]) -> list[tuple[list[str], list[str], list[str]]]:
    article, encoding = make(marked, **options)
    return [words(draft, article.text) for draft in decode_drafts(article.text, encoding)]


def words(draft: Draft, text: str) -> tuple[list[str], list[str], list[str]]:
    return [s.of(text) for s in draft.source], [s.of(text) for s in draft.cue], [s.of(text) for s in draft.content]


def test_links_join_source_cue_and_content() -> None:
    assert drafts("{S1:Solan} {Q1:said} {C1:it rained}, and {S2:Tarn} {Q2:denied} {C2:it}.") == [
        (["Solan"], ["said"], ["it rained"]), (["Tarn"], ["denied"], ["it"]),
    ]  # fmt: skip


def test_a_link_beats_nearness() -> None:
    assert drafts("{C2:It rained}, {S1:Tarn} {Q1:denied}, {S2:Solan} {Q2:said}, {C1:that it was dry}.") == [
        (["Solan"], ["said"], ["It rained"]), (["Tarn"], ["denied"], ["that it was dry"]),
    ]  # fmt: skip


def test_one_source_may_say_two_things() -> None:
    article, encoding = make("{S1:Solan} {Q1:said} {C1:it rained} and {Q2:added} {C2:it was cold}.")
    more = Link(dependent=0, head=4, confidence=CONFIDENCE)
    joined = Encoding(article=encoding.article, tags=encoding.tags, links=(*encoding.links, more), vectors=(), made_by="test")
    assert [words(d, article.text)[0] for d in decode_drafts(article.text, joined)] == [["Solan"], ["Solan"]]


def test_a_source_far_from_its_content_is_not_taken() -> None:
    padding = "The river rose all night long. " * 10
    assert drafts("{S1:Solan} waited. " + padding + "{C1:It rained}.") == [([], [], ["It rained"])]


def test_a_cue_in_two_pieces_is_kept_whole() -> None:
    assert drafts("{S1:Solan} {Q1:hat} gestern {Q1:erklärt}, {C1:es regne}.") == [(["Solan"], ["hat", "erklärt"], ["es regne"])]


def test_a_second_cue_of_another_sentence_is_not_a_piece_of_the_first() -> None:
    assert drafts("{C1:It rained}, {S1:Solan} {Q1:said}. She {Q1:spoke} softly.")[0][1] == ["said"]


def test_content_over_several_sentences_and_around_the_source_is_one_draft() -> None:
    text = "{C1:“It rains.} {C1:It pours,”} {S1:Solan} {Q1:said}, {C1:“and it will go on.”}"
    assert drafts(text) == [(["Solan"], ["said"], ["“It rains.", "It pours,”", "“and it will go on.”"])]


def test_unlinked_tags_go_to_the_nearest_content_that_lacks_them() -> None:
    assert drafts("{S1:Solan} {Q1:said} {C1:it rained}.", unlinked=(1,)) == [(["Solan"], ["said"], ["it rained"])]


def test_unlinked_tags_do_not_push_out_linked_ones() -> None:
    assert drafts("{S1:Solan} {Q1:said} {C1:it rained} while {S2:Tarn} {C2:slept} on.", unlinked=(2,))[0][0] == ["Solan"]


def linked(marked: str, links: dict[tuple[str, str], float], lang: str = "en") -> list[tuple[list[str], list[str], list[str]]]:
    """Return the drafts of a text whose links are only these: (words, words of the content) -> confidence."""
    article, encoding = make(marked, lang)
    place = {tag.span.of(article.text): index for index, tag in enumerate(encoding.tags)}
    joined = tuple(Link(dependent=place[left], head=place[right], confidence=sure) for (left, right), sure in links.items())
    encoding = Encoding(article=encoding.article, tags=encoding.tags, links=joined, vectors=(), made_by="test")
    return [words(draft, article.text) for draft in decode_drafts(article.text, encoding, lang=lang)]


def test_a_source_of_another_paragraph_needs_a_sure_link() -> None:
    text = "The well was shut, {C1:and nobody may drill there}.\n\n{S1:The Orlay works} had asked for leave to drill."
    assert linked(text, {("The Orlay works", "and nobody may drill there"): 0.75})[0][0] == []
    assert linked(text, {("The Orlay works", "and nobody may drill there"): 0.95})[0][0] == ["The Orlay works"]


def test_behind_a_colon_or_within_broken_lines_the_paragraph_goes_on() -> None:
    for gap in (":\n\n", " after the night of the long\nrain over the valley that "):
        text = "{S1:Solan} {Q1:said}" + gap + "{C1:it rained}."
        assert linked(text, {("Solan", "it rained"): 0.6, ("said", "it rained"): 0.9})[0][0] == ["Solan"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:A judge} shut the well, {Q1:saying} {C1:nobody may drill}. {S1:The Orlay works} had asked for it."),
        ("nl", "{S1:Een rechter} sloot de put, {Q1:zeggend} {C1:dat niemand mag boren}. {S1:De Orlayfabriek} had erom gevraagd."),
        ("de", "{S1:Eine Richterin} schloss den Brunnen, {Q1:hinzufügend}, {C1:niemand dürfe bohren}. {S1:Das Orlaywerk} hatte darum gebeten."),
        ("fr", "{S1:Une juge} a fermé le puits, {Q1:affirmant} {C1:que nul ne peut forer}. {S1:La société Orlay} le demandait."),
        ("es", "{S1:Una jueza} cerró el pozo, {Q1:añadiendo} {C1:que nadie puede perforar}. {S1:La empresa Orlay} lo pedía."),
        ("it", "{S1:Un giudice} ha chiuso il pozzo, {Q1:aggiungendo} {C1:che nessuno può scavare}. {S1:La ditta Orlay} lo chiedeva."),
        ("pt", "{S1:Uma juíza} fechou o poço, {Q1:dizendo} {C1:que ninguém pode furar}. {S1:A empresa Orlay} pedia isso."),
        ("pl", "{S1:Sędzia} zamknęła studnię, {Q1:mówiąc}, {C1:że nikt nie może wiercić}. {S1:Zakłady Orlay} o to prosiły."),
        ("cs", "{S1:Soudce} studnu zavřel, {Q1:dodávaje}, {C1:že vrtat nesmí nikdo}. {S1:Závody Orlay} o to žádaly."),
        ("uk", "{S1:Суддя} закрила колодязь, {Q1:додаючи}, {C1:що бурити не можна}. {S1:Завод Орлай} про це просив."),
        ("ru", "{S1:Судья} закрыла колодец, {Q1:добавив}, {C1:что бурить нельзя}. {S1:Завод Орлай} об этом просил."),
        ("tr", "{S1:Bir yargıç} kuyuyu {Q1:diyerek} kapattı: {C1:kimse kazamaz}. {S1:Orlay fabrikası} bunu istemişti."),
    ],
)
def test_who_goes_on_with_a_participle_is_named_in_its_own_sentence(lang: str, text: str) -> None:
    article, encoding = make(text, lang)
    first, cue, content, other = (tag.span.of(article.text) for tag in encoding.tags)
    assert linked(text, {(first, content): 0.4, (cue, content): 0.9, (other, content): 0.8}, lang)[0][0] == [first]


def test_a_finite_verb_or_a_stronger_source_of_the_same_sentence_keeps_its_link() -> None:
    text = "{S1:A judge} shut the well; it {Q1:said} {C1:nobody may drill}. {S1:The Orlay works} had asked for it."
    assert linked(text, {("A judge", "nobody may drill"): 0.4, ("said", "nobody may drill"): 0.9, ("The Orlay works", "nobody may drill"): 0.8})[0][0] == ["The Orlay works"]
    text = "{S1:A judge} met {S1:Mira Solan}, {Q1:saying} {C1:nobody may drill}."
    assert linked(text, {("A judge", "nobody may drill"): 0.4, ("saying", "nobody may drill"): 0.9, ("Mira Solan", "nobody may drill"): 0.8})[0][0] == ["Mira Solan"]


ROWS = {
    "en": "{C1:It rained}, {S1:Solan} {Q1:said}. {C2:The wells are dry}, {S2:Tarn} {Q2:replied}. {C3:Both are wrong}, {Q3:according to} {S3:the guild}.",
    "nl": "{C1:Het regende}, {Q1:zei} {S1:Solan}. {C2:De putten zijn droog}, {Q2:antwoordde} {S2:Tarn}. {C3:Beiden hebben ongelijk}, {Q3:aldus} {S3:het gilde}.",
    "de": "{C1:Es habe geregnet}, {Q1:sagte} {S1:Solan}. {C2:Die Brunnen seien trocken}, {Q2:sagte dagegen} {S2:Tarn}. {C3:Beide irren}, {Q3:so} {S3:die Gilde}.",
    "fr": "{C1:Il a plu}, {Q1:a dit} {S1:Solan}. {C2:Les puits sont à sec}, {Q2:a répondu} {S2:Tarn}. {C3:Tous deux se trompent}, {Q3:selon} {S3:la guilde}.",
    "pl": "{C1:Padało}, {Q1:powiedziała} {S1:Solan}. {C2:Studnie są suche}, {Q2:odparł} {S2:Tarn}. {C3:Oboje się mylą}, {Q3:według} {S3:cechu}.",
    "ru": "{C1:Шёл дождь}, {Q1:сказала} {S1:Solan}. {C2:Колодцы сухи}, {Q2:ответил} {S2:Tarn}. {C3:Оба неправы}, {Q3:по словам} {S3:гильдии}.",
}


@pytest.mark.parametrize("lang", ROWS)
def test_what_is_followed_by_its_source_and_cue_is_theirs_whatever_the_links_say(lang: str) -> None:
    article, encoding = make(ROWS[lang])
    where = {kind: [i for i, tag in enumerate(encoding.tags) if tag.label == kind] for kind in ("content", "source", "cue")}
    shifted = tuple(
        Link(dependent=where[kind][at - 1], head=head, confidence=0.95) for kind in ("source", "cue") for at, head in enumerate(where["content"]) if at
    )  # each is linked to who spoke before
    joined = (*shifted, Link(dependent=where["content"][1], head=where["content"][0], confidence=0.9))
    moved = Encoding(article=encoding.article, tags=encoding.tags, links=joined, vectors=(), made_by="test")
    told = [words(draft, article.text) for draft in decode_drafts(article.text, moved, lang=lang)]
    assert [len(content) for _, _, content in told] == [1, 1, 1]
    assert [source for source, _, _ in told] == [[article.text[encoding.tags[i].span.start : encoding.tags[i].span.end]] for i in where["source"]]
    assert [cue for _, cue, _ in told] == [[article.text[encoding.tags[i].span.start : encoding.tags[i].span.end]] for i in where["cue"]]


def test_a_source_without_any_content_is_nothing() -> None:
    article, _ = make("Solan said little.")
    alone = Encoding(
        article=article.id, tags=(Tag(layer="attribution", label="source", span=span_of(article.text, "Solan"), confidence=0.9),), links=(), vectors=(), made_by="test"
    )
    assert decode_drafts(article.text, alone) == []


def test_a_content_that_misses_a_few_characters_of_a_quotation_is_completed() -> None:
    assert drafts('"{C1:It rains and rains and rains},"  {S1:Solan} {Q1:said}.')[0][2] == ['"It rains and rains and rains,"']


def test_a_content_inside_a_long_quotation_stays_short() -> None:
    assert drafts('"Tarn said {C1:it rains}, and then the whole of the long night passed without a word," she said.')[0][2] == ["it rains"]


def test_a_content_that_runs_into_a_quotation_takes_all_of_it() -> None:
    assert drafts('{S1:Solan} {Q1:said} {C1:it was "a long and very cold} night".')[0][2] == ['it was "a long and very cold night"']


def test_two_tags_that_grow_into_one_quotation_do_not_give_it_twice() -> None:
    assert len(drafts('{C1:"It rains and rains and rains and rains} {C2:again}" {S1:Solan} {Q1:said}.')) == 1


def test_a_long_quotation_without_tags_is_a_loose_draft() -> None:
    article, encoding = make('Solan rose. "It will rain for many days." "So what?"')
    (draft,) = decode_drafts(article.text, encoding)
    assert draft.is_loose
    assert words(draft, article.text)[2] == ['"It will rain for many days."']


def test_a_loose_quotation_needs_a_speaker_to_be_an_attribution() -> None:
    assert read('Nobody rose. "It will rain for many days."').attributions == ()
    assert read('Mira Solan rose. "It will rain for many days."\n@per Mira Solan').speakers == ["Mira Solan"]


def test_loose_pieces_reopened_at_each_paragraph_are_one_speech() -> None:
    article, encoding = make("Solan rose.\n\n“It will rain for many days.\n\n“And snow.\n\n“And hail,” it went.")
    assert [words(d, article.text)[2] for d in decode_drafts(article.text, encoding)] == [["“It will rain for many days.", "“And snow.", "“And hail,”"]]


def test_an_untagged_paragraph_of_a_tagged_speech_joins_it() -> None:
    text = "{S1:Solan} {Q1:said}: {C1:“It will rain for many days.}\n\n“And it will snow for many more.”"
    assert drafts(text) == [(["Solan"], ["said"], ["“It will rain for many days.", "“And it will snow for many more.”"])]


def test_quotations_in_dropped_text_do_not_count() -> None:
    notice = '"Sign up now for our daily letter."'
    assert read(f"Mira Solan rose. {notice}\n@per Mira Solan", dropped=(notice,)).attributions == ()


# -- types ------------------------------------------------------------------------------------------------------------


def types(marked: str) -> list[str]:
    return [a.type for a in read(marked).attributions]


def test_speech_in_marks_is_direct_speech_told_is_indirect_and_both_is_mixed() -> None:
    assert types('{C1:"It rains,"} {S1:Solan} {Q1:said}.') == ["direct"]
    assert types("{S1:Solan} {Q1:said} {C1:that it rained}.") == ["indirect"]
    assert types('{S1:Solan} {Q1:said} {C1:that it was "a very long night"}.') == ["mixed"]


def test_inner_marks_do_not_count_twice() -> None:
    assert types("{C1:“She said ‘no’ to it,”} {S1:Solan} {Q1:said}.") == ["direct"]


def test_the_same_passage_gives_the_same_attributions() -> None:
    text = '{C1:"It rains,"} {S1:Mira Solan} {Q1:said}. {S2:She} {Q2:added} {C2:that it snowed}.\n@per Mira Solan'
    assert read(text) == read(text)


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_any_tags_and_links_on_any_text_can_be_decoded(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab “”\"'.\n,he", min_size=1, max_size=60))
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)).map(lambda p: Span(start=p[0], end=min(p[0] + p[1], len(text))))
    tags = sorted(data.draw(st.lists(st.tuples(span, st.sampled_from(["source", "cue", "content"])), max_size=8)), key=lambda p: p[0])
    index = st.integers(0, max(len(tags) - 1, 0))
    links = data.draw(st.lists(st.tuples(index, index, st.floats(0, 1)), max_size=10)) if tags else []
    encoding = Encoding(
        article="a", tags=tuple(Tag(layer="attribution", label=label, span=place, confidence=0.5) for place, label in tags),
        links=tuple(Link(dependent=d, head=h, confidence=c) for d, h, c in links), vectors=(), made_by="test",
    )  # fmt: skip
    article, _ = make("x")
    article = Article(**{name: getattr(article, name) for name in Article.__slots__} | {"text": text})
    found = list(find_attributions(article, encoding, (), (), load_pack("en")))
    assert found == list(find_attributions(article, encoding, (), (), load_pack("en")))
    for attribution in found:
        assert attribution.content
        for part in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= part.start < part.end <= len(text)


# -- size -------------------------------------------------------------------------------------------------------------


def big(sentence: str, count: int, every: str) -> tuple[Article, Encoding, tuple[Mention, ...]]:
    """Return an article of `count` sentences with a source, a cue and a content in each; `every` stands between them."""
    text = (sentence + every) * count
    step = len(sentence) + len(every)
    tags: list[Tag] = []
    links: list[Link] = []
    mentions: list[Mention] = []
    parts = {"content": span_of(sentence, '"It will rain, they say,"'), "source": span_of(sentence, "Mira Solan"), "cue": span_of(sentence, "said")}
    for number in range(count):
        base = number * step
        places = {label: Span(start=s.start + base, end=s.end + base) for label, s in parts.items()}
        tags += [Tag(layer="attribution", label=label, span=place, confidence=0.9) for label, place in places.items()]
        links += [Link(dependent=3 * number + k, head=3 * number, confidence=0.9) for k in (1, 2)]
        mentions.append(Mention(id=f"m{number}", article="a", span=places["source"], kind="person", canonical="Mira Solan", confidence=0.9, made_by="test"))
    article, _ = make("x")
    article = Article(**{name: getattr(article, name) for name in Article.__slots__} | {"text": text})
    return article, Encoding(article=article.id, tags=tuple(tags), links=tuple(links), vectors=(), made_by="test"), tuple(mentions)


@pytest.mark.parametrize("every", ["It went on. \n", "Nobody knew why. "])
def test_thousands_of_quotations_are_decoded_with_work_that_grows_with_their_number(every: str) -> None:
    sentence = '"It will rain, they say," Mira Solan said on a long day of talks about it. '

    def decode(size: int) -> list[Draft]:
        article, encoding, _ = big(sentence, size, every)
        assert article.text.count('"') == 2 * size
        return decode_drafts(article.text, encoding)

    assert len(decode(10_000)) == 10_000
    assert grows_gently(decode, 250)


def test_a_text_without_tags_is_decoded_with_work_that_grows_with_it() -> None:
    def decode(size: int) -> list[Draft]:
        article, _, _ = big('"It will rain, they say," Mira Solan said on a long day of talks about it. ', size, "Nobody knew. ")
        return decode_drafts(article.text, Encoding(article="a", tags=(), links=(), vectors=(), made_by="test"))

    assert len(decode(10_000)) == 10_000
    assert grows_gently(decode, 250)


def test_the_work_of_the_whole_stage_grows_no_faster_than_the_text() -> None:
    sentence = '"It will rain, they say," Mira Solan said on a long day of talks about it. '
    spent = []
    for count in (1_000, 4_000):
        article, encoding, mentions = big(sentence, count, "Nobody knew why. ")
        started = time.process_time()
        assert len(list(find_attributions(article, encoding, mentions, (), load_pack("en")))) == count
        spent.append(time.process_time() - started)
    assert spent[1] < 10 * spent[0] + 0.5
