"""The page: complete, self-contained, linked both ways, and indifferent to hostile text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from onrecord.records import DateRange, LanguageSpan, Note, Span
from onrecord.results import Comparison
from onrecord.views import analysis_to_dict, make_briefing, render_html
from onrecord.views.brief_html import clean_lang, cut_rendering, is_web_address, name_size

from .hostile import has_control, make_hostile_comparison
from .make import find, make_analysis, make_article, make_attribution, make_comparison, make_statement


class Reader(HTMLParser):
    """Collects tags with their attributes and the text of the page, apart from style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.pieces: list[str] = []
        self._open: list[str] = []
        self._piece = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        if "data-at" in dict(attrs):
            self.pieces.append("")
            self._piece = True

    def handle_endtag(self, tag: str) -> None:
        self._piece = False

    def handle_data(self, data: str) -> None:
        if self._piece:
            self.pieces[-1] += data
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def render(comparison=None):  # type: ignore[no-untyped-def]
    comparison = comparison or make_comparison()
    return render_html(make_briefing(comparison), comparison.analyses)


@pytest.fixture(scope="module")
def page() -> str:
    return render()


def test_every_link_inside_the_page_has_its_target_once(page: str) -> None:
    reader = Reader(page)
    ids = reader.values("id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in reader.values("href") if href.startswith("#")]
    assert len(targets) > 60
    assert set(targets) <= set(ids)


def test_the_words_behind_a_link_are_the_words_of_the_article(page: str) -> None:
    articles = [analysis.article for analysis in make_comparison().analyses]
    linked = re.findall(r'<a class="source" href="#article-(\d+)-(\d+)-(\d+)"><span class="words"[^>]*>([^<]*)</span>', page)
    assert len(linked) > 20
    for number, start, end, words in linked:
        assert articles[int(number) - 1].text[int(start) : int(end)] == words.replace("&#34;", '"').replace("&#39;", "'")


def test_the_marked_articles_read_as_their_texts(page: str) -> None:
    printed = "".join(Reader(page).pieces)
    assert printed == "".join(analysis.article.text.replace("\n", "") for analysis in make_comparison().analyses)


def test_every_marked_passage_links_back_to_its_claim(page: str) -> None:
    labels = re.findall(r'<a class="back" href="#([a-z0-9-]+)" title="[a-z0-9 ]+">([A-Z]\d+)</a>', page)
    assert {("statement-1-rendering-2", "S1"), ("red-line-1", "R1"), ("figure-2", "F2"), ("sign-1", "G1")} <= set(labels)


def test_what_differs_is_marked_with_the_number_of_its_point(page: str) -> None:
    assert re.search(r'<mark>will close</mark><a class="ref" href="#statement-1-difference-1"', page)
    assert re.search(r'<mark class="around">dreigde</mark><a class="ref" href="#statement-1-difference-4"', page)


def test_left_out_parts_are_shown_with_their_reason(page: str) -> None:
    assert "Sign up for our newsletter" in page
    assert "left out: notice" in page


def test_the_policy_names_exactly_the_style_and_script_of_the_page(page: str) -> None:
    policy = next(a["content"] for tag, a in Reader(page).tags if a.get("http-equiv") == "Content-Security-Policy")
    for tag in ("style", "script"):
        (source,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in str(policy)
    assert str(policy).startswith("default-src 'none';")


def test_the_page_asks_for_nothing_from_elsewhere(page: str) -> None:
    reader = Reader(page)
    assert not {tag for tag, _ in reader.tags} & {"img", "link", "iframe", "object", "embed", "form", "base", "svg"}
    assert not reader.values("src") + reader.values("style")
    assert not re.search(r"url\(|@import|@font-face", page)
    assert [href for href in reader.values("href") if not href.startswith("#")] == ["https://gazette.example/1"]


def test_quoted_words_carry_their_language_and_direction(page: str) -> None:
    quotes = [attributes for tag, attributes in Reader(page).tags if tag == "blockquote" and "lang" in attributes]
    assert {str(attributes["lang"]) for attributes in quotes} == {"en", "nl", "uk"}
    assert all(attributes["dir"] == "auto" for attributes in quotes)


def test_names_are_isolated_from_the_direction_around_them() -> None:
    comparison = make_comparison()
    name = "تمسين أورلاي"
    renamed = replace(comparison, statements=tuple(replace(s, speaker=name) for s in comparison.statements))
    printed = render(renamed)
    assert f"<strong><bdi>{name}</bdi></strong>" in printed
    assert not re.search(rf"(?<!<bdi>){name}(?!</bdi>)", printed.split('id="stories"')[0].split('class="lead"')[1])


def test_the_words_of_a_change_open_in_their_articles() -> None:
    comparison = make_comparison()
    first, last = comparison.analyses[0].article, comparison.analyses[-1].article
    spans = (find(first.text, "the same day"), find(last.text, "within a week"))
    printed = render(replace(comparison, restatements=(replace(comparison.restatements[0], articles=(first.id, last.id), spans=spans),)))
    for number, span in ((1, spans[0]), (4, spans[1])):
        anchor = f"article-{number}-{span.start}-{span.end}"
        assert f'<a class="source" href="#{anchor}">' in printed
        assert f'id="{anchor}"' in printed


def test_everything_is_there_without_the_script(page: str) -> None:
    reader = Reader(re.sub(r"<script>.*?</script>", "", page, flags=re.S))
    folded = [attributes for tag, attributes in reader.tags if tag == "details"]
    assert folded
    assert not [attributes for _, attributes in reader.tags if "hidden" in attributes]
    assert "the port hospital said" in "".join(reader.text)


def test_all_that_is_folded_is_printed_on_paper(page: str) -> None:
    paper = page[page.index("@media print") :]
    assert "details::details-content" in paper


def test_hostile_text_adds_no_element_no_handler_and_no_link() -> None:
    hostile = render(make_hostile_comparison())
    reader = Reader(hostile)
    assert [tag for tag, _ in reader.tags].count("script") == 1
    assert not {tag for tag, _ in reader.tags} & {"img", "iframe"}
    assert not [name for _, attributes in reader.tags for name in attributes if name.startswith("on")]
    assert all(href.startswith("#") for href in reader.values("href"))
    assert "{{ 7 * 7 }}" in hostile
    assert not has_control(hostile)
    hostile.encode("utf-8")
    assert set(reader.values("lang")) == {"en", "und"}


def test_hostile_text_keeps_its_links_whole() -> None:
    reader = Reader(render(make_hostile_comparison()))
    assert {href[1:] for href in reader.values("href")} <= set(reader.values("id"))


def test_the_same_input_gives_the_same_page(page: str) -> None:
    assert render() == page


def test_a_rendering_cut_for_marking_reads_as_the_article() -> None:
    for statement in make_briefing(make_comparison()).statements:
        for rendering in statement.renderings:
            assert "".join(piece.text for piece in cut_rendering(rendering)) == rendering.shown.words


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "data:text/html,x", "//host/x", "http://", "http://[", "ftp://a.example/x"])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert not is_web_address(url)


def test_language_tags_are_checked_and_headlines_sized() -> None:
    assert (clean_lang("pt-BR"), clean_lang(None), clean_lang('x" y')) == ("pt-BR", "und", "und")
    assert [name_size("x" * length) for length in (10, 100, 200)] == ["short", "medium", "long"]


def test_what_an_article_carries_stands_in_one_line_of_its_page() -> None:
    comparison = make_comparison()
    analysis = comparison.analyses[0]
    note, last = Span(start=0, end=12), Span(start=0, end=5)
    article = replace(
        analysis.article,
        modified=DateRange(start="2031-03-18", end="2031-03-19"),
        stub=True,
        notes=(Note(span=note, kind="correction"),),
        passages_in=(LanguageSpan(span=last, lang="nl"),),
    )
    marked = render(replace(comparison, analyses=(replace(analysis, article=article), *comparison.analyses[1:])))
    text = " ".join(" ".join(Reader(marked).text).split())
    assert f"changed 18 March 2031 · perhaps only its beginning · partly in Dutch · corrected: {note.of(article.text).strip()}" in text
    assert "perhaps only its beginning" not in render(comparison)
    told = analysis_to_dict(replace(analysis, article=article))
    assert (told["modified"], told["stub"], told["notes"], told["passages_in"], told["entry"]) == ("2031-03-18", True, [[0, 12, "correction"]], [[0, 5, "nl"]], None)


def test_a_column_without_content_is_not_printed() -> None:
    comparison = make_comparison()
    assert "Where and when" in render(comparison)
    bare = tuple(replace(a, figures=tuple(replace(f, place=None, as_of=None, period=None) for f in a.figures)) for a in comparison.analyses)
    assert "Where and when" not in render(replace(comparison, analyses=bare))


def test_a_long_list_of_speakers_is_folded() -> None:
    article = make_article("varn", "Quay\n" + " ".join(f"“We stay, number {number},” said Ada {chr(65 + number)}quill." for number in range(24)))
    said = [make_attribution(article, f"We stay, number {number}", source="", cue="", type="direct", speaker=f"Ada {chr(65 + number)}quill") for number in range(24)]
    statements = tuple(make_statement(str(number), one, said_at=None) for number, one in enumerate(said))
    told = Comparison(analyses=(make_analysis(article, *said),), stories=(), copies=(), accounts=(), statements=statements, restatements=(), signs=(), problems=())
    assert "8 more speakers" in render(told)
