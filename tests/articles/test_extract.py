"""An HTML page gives its article, paragraphs apart, and its own metadata."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import read_article
from onrecord.articles.extract import extract_html
from onrecord.records import Page

PARAGRAPHS = [
    "The president said on Saturday that the talks would end if the bridge was destroyed, and that no date had been agreed.",
    "The ministers, who met in the morning, had asked for a longer pause, and it was granted by the other side at once.",
    "Nobody knows what comes next, and so the delegations were sent home for the weekend to consult their governments.",
]
QUOTE = "We will not go back, and all our allies have been told before this decision was made public."

PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Bridge threat ends talks in Geneva | The Daily Example</title>
<meta property="og:title" content="Bridge threat ends talks in Geneva | The Daily Example">
<meta property="og:site_name" content="The Daily Example">
<link rel="canonical" href="https://www.example.org/world/bridge">
<meta property="article:published_time" content="2022-04-24T10:15:00+02:00"></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Bridge threat ends talks in Geneva</h1><p>{PARAGRAPHS[0]}</p><blockquote><p>{QUOTE}</p></blockquote>
<p>{PARAGRAPHS[1]}</p><h2>What comes next</h2><p>{PARAGRAPHS[2]}</p></article>
<footer>© 2022 The Daily Example</footer><script>var a = "hidden";</script></body></html>"""


def test_text_and_metadata_of_a_page() -> None:
    article, problems = read_article(Page(id="p", name="bridge.html", form="html", data=PAGE.encode()))
    assert article is not None and problems == ()
    blocks = article.text.split("\n\n")
    assert all(paragraph in blocks for paragraph in PARAGRAPHS)
    assert any(QUOTE in block for block in blocks)
    assert "hidden" not in article.text and "Home" not in blocks
    assert article.title == "Bridge threat ends talks in Geneva"
    assert article.published is not None and (article.published.start, article.published_how) == ("2022-04-24", "html")
    assert (article.lang, article.outlet, article.url) == ("en", "example.org", "https://www.example.org/world/bridge")


def test_what_is_given_beside_a_page_wins() -> None:
    page = Page(
        id="p",
        name="n",
        form="html",
        data=PAGE.encode(),
        title="Other",
        published="2022-04-25",
        url="https://mirror.net/x",
        outlet="Mirror",
    )
    article, problems = read_article(page)
    assert article is not None and problems == ()
    assert (article.title, article.outlet, article.url) == ("Other", "Mirror", "https://mirror.net/x")
    assert article.published is not None and (article.published.start, article.published_how) == ("2022-04-25", "given")


def test_a_legacy_charset_that_a_page_declares_is_read() -> None:
    body = "<p>Президент заявил в субботу, что переговоры закончатся, если мост будет разрушен, и что новая дата не назначена.</p>" * 3
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>{body}</body></html>'
    extracted, problems = extract_html(page.encode("cp1251"))
    assert "Президент заявил" in extracted.text
    assert [problem.code for problem in problems] == ["encoding_guessed"]


def test_visible_text_stands_in_when_no_article_is_found() -> None:
    extracted, problems = extract_html(b"<html><body><div>Closed today</div><script>x()</script><span>Back soon</span></body></html>")
    assert extracted.text == "Closed today\n\nBack soon"
    assert [problem.code for problem in problems] == ["extraction_weak"]


def test_a_fragment_and_an_xml_declaration_are_read() -> None:
    assert "Only this" in extract_html(b"<p>Only this</p>")[0].text
    page = b'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Hello there</p></body></html>'
    assert "Hello there" in extract_html(page)[0].text


def test_deep_nesting_does_no_harm() -> None:
    extract_html(b"<div>" * 5_000 + b"deep" + b"</div>" * 5_000)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(["<p>", "</p>", "<br>", "<div ", "<", ">", "&#0;", "<!--", "<?xml", "]]>"]), st.text(max_size=9))))
def test_no_page_makes_it_raise(pieces: list[str]) -> None:
    data = "".join(pieces).encode("utf-8", "surrogatepass")
    article, problems = read_article(Page(id="p", name="n", form="html", data=data))
    assert article is not None or problems
