"""A page becomes a clean article: what is dropped, who is credited, headline, date, language."""

import itertools
import time
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.articles import read_article
from onrecord.articles.make import MAX_TEXT_CHARS, find_outlet
from onrecord.records import Article, Page, Problem

NEWS = (
    "The president said on Saturday that the talks would end if the bridge was destroyed, and that no date had been agreed.\n\n"
    "“We will not go back,” he told reporters in the capital, adding that allies had been informed before the decision was public."
)
NIEUWS = (
    "De president zei zaterdag dat de gesprekken zouden eindigen als de brug werd verwoest en dat er geen nieuwe datum was.\n\n"
    "„Wij gaan niet terug”, zei hij tegen verslaggevers in de hoofdstad, meldt persbureau AFP. De bondgenoten waren op de hoogte."
)
NACHRICHT = (
    "Der Präsident sagte am Samstag, die Gespräche würden enden, wenn die Brücke zerstört werde, und es gebe kein neues Datum.\n\n"
    "„Wir gehen nicht zurück“, sagte er Reportern in der Hauptstadt und fügte hinzu, die Verbündeten seien informiert."
)
NOVOSTI = (
    "Президент заявил в субботу, что переговоры закончатся, если мост будет разрушен, и что новая дата не назначена.\n\n"
    "Он добавил, что союзники узнали о решении до его объявления и поддержали его без оговорок."
)
KHABAR = "قال الرئيس يوم السبت إن المحادثات ستنتهي إذا تم تدمير الجسر، وإنه لم يتم الاتفاق على موعد جديد للجولة المقبلة من المفاوضات."


def read(text: str, **fields: str | None) -> tuple[Article, tuple[Problem, ...]]:
    page = Page(id="page-1", name=fields.pop("name", None) or "piece", form="record", data=text.encode("utf-8", "surrogatepass"), **fields)
    article, problems = read_article(page)
    assert article is not None
    return article, problems


def dropped(article: Article) -> list[tuple[str, str]]:
    return [(drop.reason, drop.span.of(article.text)) for drop in article.dropped]


def credited(article: Article) -> list[tuple[str, str]]:
    return [(credit.kind, credit.name) for credit in article.credits]


class Case(NamedTuple):
    text: str
    title: str | None = None
    dropped: tuple[tuple[str, str], ...] = ()
    credits: tuple[tuple[str, str], ...] = ()
    published: tuple[str, str] | None = None


CASES = {
    "a lead has no headline": Case(NEWS),
    "dateline stays and gives a credit": Case(f"GENEVA, April 23 (Reuters) - {NEWS}", credits=(("agency", "Reuters"),)),
    "dateline with slashes": Case(f"MOSCOW, September 5. /TASS/. {NEWS}", credits=(("agency", "TASS"),)),
    "dateline of two agencies": Case(f"Genf (dpa/AFP) - {NACHRICHT}", credits=(("agency", "dpa"), ("agency", "AFP"))),
    "dateline in Cyrillic": Case(f"ЖЕНЕВА, 24 апр — РИА Новости. {NOVOSTI}", credits=(("agency", "RIA Novosti"),)),
    "agency named by a verb": Case(NIEUWS, credits=(("agency", "AFP"),)),
    "agency as news is no credit": Case("A fire broke out at the Reuters building on Saturday evening, officials said, and no one was hurt."),
    "headline, byline and date line": Case(
        f"Bridge threat ends talks\nBy Jane Doe and John Roe\nSunday 24 April 2022, 10:15 am\n\n{NEWS}",
        title="Bridge threat ends talks",
        dropped=(("byline", "By Jane Doe and John Roe"), ("date_line", "Sunday 24 April 2022, 10:15 am")),
        credits=(("author", "Jane Doe"), ("author", "John Roe")),
        published=("2022-04-24", "line"),
    ),
    "an agency before a dash and the news is no byline": Case(f"Reuters – {NEWS}", credits=(("agency", "Reuters"),)),
    "German byline with a place": Case(
        f"Brücke bedroht Gespräche in Genf\n\nVon Anna Müller, Genf\n\nStand: 24.04.2022, 10:15 Uhr\n\n{NACHRICHT}",
        title="Brücke bedroht Gespräche in Genf",
        dropped=(("byline", "Von Anna Müller, Genf"), ("header", "Stand: 24.04.2022, 10:15 Uhr")),
        credits=(("author", "Anna Müller"),),
        published=("2022-04-24", "header"),
    ),
    "a headline that begins like a byline": Case(f"Von der Leyen warnt vor dem Ende der Gespräche\n\n{NACHRICHT}", title="Von der Leyen warnt vor dem Ende der Gespräche"),
    "a year after the byline's word": Case(f"By 2025 the bridge will be rebuilt\n\n{NEWS}", title="By 2025 the bridge will be rebuilt"),
    "right to left": Case(
        f"الرئيس يهدد بإنهاء المحادثات\n\nبقلم محمد علي\n\n{KHABAR}",
        title="الرئيس يهدد بإنهاء المحادثات",
        dropped=(("byline", "بقلم محمد علي"),),
        credits=(("author", "محمد علي"),),
    ),
    "Chinese": Case(
        "总统威胁结束谈判\n\n2022年4月24日\n\n总统周六表示，如果大桥被摧毁，谈判将结束，新一轮谈判的日期尚未确定。他在首都对记者说，不会回头。（新华社）",
        title="总统威胁结束谈判",
        dropped=(("date_line", "2022年4月24日"), ("sign_off", "（新华社）")),
        credits=(("agency", "Xinhua"),),
        published=("2022-04-24", "line"),
    ),
    "sign-off and copyright": Case(
        f"{NEWS}\n\n(Reporting by Jane Doe in Geneva; Editing by John Roe and Ann Poe)\n\n© 2022 Daily Example. All rights reserved.",
        dropped=(
            ("sign_off", "(Reporting by Jane Doe in Geneva; Editing by John Roe and Ann Poe)"),
            ("notice", "© 2022 Daily Example. All rights reserved."),
        ),
        credits=(("author", "Jane Doe"), ("author", "John Roe"), ("author", "Ann Poe")),
    ),
    "agency in brackets at the end": Case(f"{NEWS} (AFP)", dropped=(("sign_off", "(AFP)"),), credits=(("agency", "AFP"),)),
    "agencies as last line": Case(f"{NEWS}\n\ndpa/AFP", dropped=(("sign_off", "dpa/AFP"),), credits=(("agency", "dpa"), ("agency", "AFP"))),
    "notice glued without a blank": Case(f"{NEWS}Read also: Ministers meet again in Geneva", dropped=(("notice", "Read also: Ministers meet again in Geneva"),)),
    "notice glued as a sentence": Case(
        f"{NEWS} Sign up for our newsletter to get the latest news.",
        dropped=(("notice", "Sign up for our newsletter to get the latest news."),),
    ),
    "live blog": Case(
        f"{NIEUWS}\n\nDit bericht maakt ook deel uit van ons liveblog: Ministers in Genève",
        dropped=(("notice", "Dit bericht maakt ook deel uit van ons liveblog: Ministers in Genève"),),
        credits=(("agency", "AFP"),),
    ),
    "speech is never dropped": Case(f"{NEWS}\n\nRead also: “We will never leave,” says the minister"),
    "section, platform, headline, author box": Case(
        f"Africa\nThis story was uploaded by a user. ExampleHub is not liable for the content.\n\nBridge threat ends talks in Geneva\n\nAuthor:\n\nReuters\n\nReuters\n\n{NEWS}",
        title="Bridge threat ends talks in Geneva",
        dropped=(
            ("section", "Africa"),
            ("platform", "This story was uploaded by a user."),
            ("platform", "ExampleHub is not liable for the content."),
            ("byline", "Author:"),
            ("byline", "Reuters"),
            ("byline", "Reuters"),
        ),
        credits=(("platform", "user"), ("platform", "ExampleHub"), ("agency", "Reuters")),
    ),
    "trail of sections": Case(
        f"Home > World > Europe\nBridge threat ends all talks in Geneva\n{NEWS}",
        title="Bridge threat ends all talks in Geneva",
        dropped=(("section", "Home > World > Europe"),),
    ),
    "header without a colon before the lead": Case(f" date 2022-04-24 {NEWS}", dropped=(("header", "date 2022-04-24"),), published=("2022-04-24", "header")),
    "crawl export": Case(
        f"title: Bridge threat ends talks\nauthor: Jane Doe\npublished: 2022-04-24T22:15:00+02:00\nsource: AFP\n\n{NEWS}",
        title="Bridge threat ends talks",
        dropped=(
            ("header", "title:"),
            ("header", "author: Jane Doe"),
            ("header", "published: 2022-04-24T22:15:00+02:00"),
            ("header", "source: AFP"),
        ),
        credits=(("author", "Jane Doe"), ("agency", "AFP")),
        published=("2022-04-24", "header"),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_reads_the_top_the_end_and_the_credits(case: Case, line_end: str) -> None:
    article, _ = read(case.text.replace("\n", line_end))
    assert article.title == case.title
    assert dropped(article) == list(case.dropped)
    assert credited(article) == list(case.credits)
    found = (article.published.start, article.published_how) if article.published is not None else None
    assert found == case.published


def test_subheads_are_found_in_quotation_marks_too_but_no_spoken_question() -> None:
    article, _ = read(f"{NEWS}\n\n‘Allies were told’\n\n{NEWS}\n\n“Why?”\n\n{NEWS}\n\nWhat comes next?\n\n{NEWS}")
    assert [span.of(article.text) for span in article.subheads] == ["‘Allies were told’", "What comes next?"]


def test_hard_wrapped_lines_are_no_subheads() -> None:
    body = "The president said on Saturday that the talks would end if the\nbridge was destroyed, and that no date had been agreed for a\n"
    body += "new round. The ministers, who met in the morning, had asked for\na longer pause, and it was granted by the other side at once.\n"
    article, _ = read(f"Bridge threat ends talks in Geneva\n\n{body}\nWhat comes next\n\n{body}")
    assert article.title == "Bridge threat ends talks in Geneva"
    assert [span.of(article.text) for span in article.subheads] == ["What comes next"]


def test_a_given_title_is_located_in_other_type_and_with_the_site_left_out() -> None:
    article, _ = read(f"Bridge threat: ‘no talks’\n\n{NEWS}", title="Bridge threat: 'No talks' | The Daily Example")
    assert article.title == "Bridge threat: 'No talks' | The Daily Example"
    assert article.title_span is not None and article.title_span.of(article.text) == "Bridge threat: ‘no talks’"


def test_a_given_title_that_does_not_stand_in_the_text_has_no_span() -> None:
    article, _ = read(NEWS, title="Something else entirely")
    assert (article.title, article.title_span) == ("Something else entirely", None)


@pytest.mark.parametrize(
    ("fields", "start", "end", "how"),
    [
        ({"published": "2022-04-24"}, "2022-04-24", "2022-04-25", "given"),
        ({"published": "Sun, 24 Apr 2022 23:59:00 -0700"}, "2022-04-24", "2022-04-25", "given"),
        ({"published": "20220424"}, "2022-04-24", "2022-04-25", "given"),
        ({"published": "2022-04"}, "2022-04-01", "2022-05-01", "given"),
        ({"published": "2022"}, "2022-01-01", "2023-01-01", "given"),
        ({"published": "2022-04", "url": "https://example.org/2022/04/24/bridge"}, "2022-04-24", "2022-04-25", "url"),
        ({"url": "https://example.org/world/2022/apr/24/bridge"}, "2022-04-24", "2022-04-25", "url"),
        ({"name": "agency_2022-04-24_bridge.txt"}, "2022-04-24", "2022-04-25", "name"),
    ],
)
def test_the_publication_date_comes_from_the_best_place(fields: dict[str, str], start: str, end: str, how: str) -> None:
    article, problems = read(NEWS, **fields)
    assert article.published is not None
    assert (article.published.start, article.published.end, article.published_how) == (start, end, how)
    assert problems == ()


def test_an_agreeing_header_is_the_evidence_of_a_given_date() -> None:
    article, problems = read(f"published: 24 April 2022\n\n{NEWS}", published="2022-04-24")
    assert article.published_how == "given" and problems == ()
    assert article.published_evidence is not None and article.published_evidence.of(article.text) == "24 April 2022"


def test_contradicting_dates_are_a_problem_and_neighbouring_days_are_not() -> None:
    assert [p.code for p in read(f"published: 2022-06-24\n\n{NEWS}", published="2022-04-24")[1]] == ["date_conflict"]
    assert read(f"published: 2022-04-25\n\n{NEWS}", published="2022-04-24")[1] == ()


def test_dates_of_the_body_are_never_the_publication_date() -> None:
    assert read(f"{NEWS} The bridge was opened on 24 April 2012.")[0].published is None


def test_a_date_that_cannot_be_read_is_a_problem() -> None:
    article, problems = read(NEWS, published="the other day")
    assert article.published is None and [problem.code for problem in problems] == ["date_unread"]


@pytest.mark.parametrize(
    ("text", "given_lang", "lang", "codes"),
    [
        (NEWS, None, "en", []), (NIEUWS, None, "nl", []), (NACHRICHT, None, "de", []), (NOVOSTI, None, "ru", []), (KHABAR, None, "ar", []),
        (NEWS, "en-GB", "en", []), (NEWS, "ru", "en", ["lang_conflict"]), ("Ok, 12 34", None, None, []), ("Ok, 12 34", "nl", "nl", []),
        (NEWS, "english", "en", ["lang_conflict"]),
    ],
)  # fmt: skip
def test_the_given_language_wins_unless_plainly_wrong(text: str, given_lang: str | None, lang: str | None, codes: list[str]) -> None:
    article, problems = read(text, lang=given_lang)
    assert article.lang == lang
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("form", "data", "code"),
    [
        ("text", b"", "empty"), ("text", b" \r\n\t", "empty"), ("html", b"", "empty"), ("html", b"<html></html>", "empty"),
        ("text", b"%PDF-1.4 ...", "not_text"), ("html", b"\x89PNG\r\n\x1a\n....", "not_text"), ("record", b"\xef\xbb\xbf", "empty"),
        ("text", b"a" * (MAX_TEXT_CHARS + 1), "too_large"), ("html", b" " * 20_000_001, "too_large"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_problem_and_no_article(form: str, data: bytes, code: str) -> None:
    article, problems = read_article(Page(id="page-1", name="x", form=form, data=data))
    assert article is None
    assert code in [problem.code for problem in problems]


def test_lone_surrogates_in_every_field_do_no_harm() -> None:
    article, problems = read(f"A\ud800 {NEWS}", title="T\udfff", url="https://e\ud800.org/", outlet="O\ud800", name="n\udcff")
    for value in (article.text, article.name, article.title, article.url, article.outlet):
        assert value is not None
        value.encode("utf-8")
    assert [problem.code for problem in problems] == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.example.org/a", "example.org"), ("http://m.example.org", "example.org"), ("example.co.uk/x", "example.co.uk"),
        ("news.example.org", "news.example.org"), ("file", None), (None, None), ("http://[bad", None),
    ],
)  # fmt: skip
def test_the_outlet_is_the_host(url: str | None, outlet: str | None) -> None:
    assert find_outlet(url) == outlet


PIECES = st.sampled_from(
    [
        "By Jane Doe", "Von Anna Müller", "published: 2022-04-24", "date 2022-04-24 The", "(Reporting by A B; Editing by C D)",
        "KYIV, April 23 (Reuters) - ", "Read also: this", "Author:", "Reuters", "\n", "\n\n", "\r\n", " ", "“We go,” he said.",
        "All rights reserved.", "This text was added by the user . X is not responsible for the content.", "title:", "url: http://e.org/",
        "source: AFP and more", "Home > World", "‏", "\x00", "\ud800", "…", "(", "。", "İ", "24 April 2022", "1/2/2022", "99.99.2022",
        "The president said that the talks would end and that no date had been agreed for another round.", "news agency Foo", "(AFP)",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("".join),
    st.one_of(st.none(), PIECES),
    st.sampled_from("tr"),
)
@example("By Jane Doe", None, "t")
@example("title:", "title:", "r")
def test_no_text_makes_it_raise_and_every_span_verifies(text: str, title: str | None, form: str) -> None:
    page = Page(
        id="p",
        name="n",
        form={"t": "text", "r": "record"}[form],
        data=text.encode("utf-8", "surrogatepass"),
        title=title,
        lang="en",
    )
    article, problems = read_article(page)
    if article is None:
        assert problems
        return
    size = len(article.text)
    spans = [drop.span for drop in article.dropped]
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert sum(span.end - span.start for span in spans) <= 0.4 * size
    spans += [*article.subheads, *(credit.span for credit in article.credits)]
    spans += [span for span in (article.title_span, article.published_evidence) if span is not None]
    assert all(0 <= span.start < span.end <= size and span.of(article.text).strip() for span in spans)
    for credit in article.credits:
        assert credit.name and (credit.kind != "author" or credit.span.of(article.text) == credit.name)
    for drop in article.dropped:
        assert "We go" not in drop.span.of(article.text)


@pytest.mark.parametrize(
    "line",
    [
        "a" * 2_000_000, "a b " * 500_000, "(" * 1_000_000, "“" * 300_000, "Reuters " * 100_000, "24 April " * 100_000, ". " * 500_000,
        "By A B, " * 100_000, "x\n" * 300_000, "AFP) news agency (" * 30_000, "1.1." * 200_000, "\n" * 1_000_000 + "x", "date " * 200_000,
    ],
    ids=lambda line: repr(line[:12]),
)  # fmt: skip
def test_a_huge_line_does_not_hang(line: str) -> None:
    start = time.perf_counter()
    read(line, lang="en")
    assert time.perf_counter() - start < 20


def test_reading_is_repeatable() -> None:
    text = CASES["section, platform, headline, author box"].text
    assert read(text) == read(text)
