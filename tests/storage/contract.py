"""What every store must do. `test_contract.py` runs this class on each store registered there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from onrecord.errors import StoreError
from onrecord.kinship import Beacon, Kinship, Sighting, Sketch
from onrecord.records import Article, Encoding, Mention, Page, Problem, Statement
from onrecord.storage import KINDS, Record, Store, verify_store
from onrecord.storage.kinds import key_of

from .samples import FIRST, SECOND, make_article, make_everything, make_mention

OpenStore = Callable[[], Store]


def put(store: Store, origin: str, stage: str, records: Iterable[Record]) -> None:
    with store.transaction():
        store.replace(origin, stage, records)


def put_everything(store: Store, prefix: str = "") -> None:
    samples = make_everything(prefix)
    with store.transaction():
        for origin, (article, _) in samples.items():
            store.replace(origin, "articles", [article])
        for origin, (_, records) in samples.items():
            store.replace(origin, "findings", records)


class StoreContract:
    """Tests on `store`, an empty store, and `open_again`, which opens the same one a second time."""

    # What is found by keys and as pairs

    def test_records_are_found_by_the_keys_they_hold(self, store: Store) -> None:
        def beacon(article: str, keys: list[int], day: int) -> Beacon:
            return Beacon(article=article, keys=b"".join(key.to_bytes(8, "little") for key in keys), day=day)

        put(store, "o", "s", [beacon("a", [1, 2, 3], 100), beacon("b", [2, 3, 2**63 - 1], 200), beacon("c", [3], 0)])
        assert store.near(Beacon, [3]) == ["a", "b", "c"]
        assert store.near(Beacon, [1, 2, 3], 2) == ["a", "b"]
        assert store.near(Beacon, [2**63 - 1]) == ["b"]
        assert store.near(Beacon, [2, 3], 1, (50, 150)) == ["a", "c"]
        assert store.near(Sketch, [3]) == store.near(Beacon, []) == store.near(Beacon, [9]) == []

    def test_keys_follow_what_is_replaced_and_forgotten(self, store: Store) -> None:
        put(store, "o", "s", [Beacon(article="a", keys=(1).to_bytes(8, "little"), day=0)])
        put(store, "p", "s", [Beacon(article="b", keys=(1).to_bytes(8, "little"), day=0)])
        put(store, "o", "s", [Beacon(article="a", keys=(2).to_bytes(8, "little"), day=0)])
        assert (store.near(Beacon, [1]), store.near(Beacon, [2])) == (["b"], ["a"])
        with store.transaction():
            store.forget("p", "other")
            assert store.near(Beacon, [1]) == ["b"]
            store.forget("p", "s")
            store.forget("o")
        assert store.near(Beacon, [1, 2]) == []

    def test_pairs_are_found_from_both_ends(self, store: Store) -> None:
        put_everything(store)
        first, second = (article.id for article, _ in make_everything().values())
        assert store.tied(Kinship, [first]) == [(first, second, 0.4)]
        assert store.tied(Kinship, [second, "article-x"], 0.4) == [(second, first, 0.4)]
        assert store.tied(Kinship, [first], 0.41) == store.tied(Kinship, []) == []
        assert sorted(store.tied(Sighting, [first, second])) == sorted([(first, second, 1.0), (second, first, 1.0)])
        with store.transaction():
            store.forget("b")
        assert store.tied(Kinship, [first]) == []

    def test_records_are_gathered_by_their_ids_with_what_stands_beside_them(self, store: Store) -> None:
        put_everything(store)
        first, second = sorted(article.id for article, _ in make_everything().values())
        assert [a.id for a in store.gather(Article, [second, "article-x", first, second])] == [first, second]
        (kinship,) = store.read(Kinship)
        assert list(store.beside(Kinship, ["kinship-x", kinship.id])) == [(kinship.id, kinship.echoes)]
        assert list(store.gather(Kinship, [])) == list(store.beside(Article, [kinship.id])) == []

    def test_records_are_found_in_the_order_of_their_places_under_a_key(self, store: Store) -> None:
        def beacon(article: str, place: int, positions: list[int], conditions: list[int]) -> Beacon:
            packed = (b"".join(key.to_bytes(8, "little") for key in keys) for keys in (positions, conditions))
            return Beacon(article=article, keys=b"", day=0, place=place << 2, positions=next(packed), conditions=next(packed))

        put(store, "o", "s", [beacon("a", 10, [7], []), beacon("b", 20, [7, 8], []), beacon("c", 30, [7], [8]), beacon("d", 40, [7], [])])
        (under_seven, under_eight, under_nine) = store.around(Beacon, [7, 8, 9], 30 << 2, 2)
        assert under_seven == ([(83, "b"), (43, "a")], [(123, "c"), (163, "d")])
        assert under_eight == ([(83, "b")], [(121, "c")])
        assert under_nine == ([], [])
        assert store.around(Beacon, [7], 123, 1) == [([(83, "b")], [(163, "d")])]
        assert store.around(Sketch, [7], 123, 1) == [([], [])]

    def test_a_place_under_a_key_is_no_day_of_a_record_that_holds_it(self, store: Store) -> None:
        key = (7).to_bytes(8, "little")
        put(store, "o", "s", [Beacon(article="a", keys=b"", day=0, place=741_000 << 42, positions=key), Beacon(article="b", keys=key, day=741_000)])
        assert store.near(Beacon, [7]) == ["b"]

    # What is written

    def test_every_kind_of_record_comes_back_as_it_was(self, store: Store) -> None:
        put_everything(store)
        given = [record for article, records in make_everything().values() for record in (article, *records)]
        assert {type(record) for record in given} == set(KINDS.values())
        for kind in KINDS.values():
            expected = [record for record in given if type(record) is kind]
            assert list(store.read(kind)) == sorted(expected, key=key_of)
        assert list(verify_store(store)) == []

    def test_one_record_is_found_by_its_id(self, store: Store) -> None:
        put_everything(store)
        article, records = make_everything()["a"]
        assert store.get(Article, article.id) == article
        assert store.get(Encoding, article.id) == records[0]
        assert store.get(Mention, article.id) is None

    def test_records_are_read_sorted_by_id(self, store: Store) -> None:
        articles = [make_article(f"n{number}", f"text {number}") for number in range(450)]
        put(store, "feed", "articles", reversed(articles))
        expected = sorted(article.id for article in articles)
        assert [article.id for article in store.read(Article)] == expected
        assert [article.id for article in store.read(Article, "feed")] == expected

    def test_reading_one_origin_gives_only_what_was_made_from_it(self, store: Store) -> None:
        put_everything(store)
        assert [article.name for article in store.read(Article, "a")] == ["first"]
        assert list(store.read(Statement, "a")) == []
        assert list(store.read(Statement, "never seen")) == []

    def test_one_origin_with_two_stages_of_a_kind_is_merged_in_order(self, store: Store) -> None:
        problems = [Problem(id=f"problem-{number}", where="x", code="c", message="m") for number in range(6)]
        put(store, "o", "one", problems[::2])
        put(store, "o", "two", [*problems[1::2], problems[0]])
        assert list(store.read(Problem, "o")) == problems

    def test_a_store_may_be_written_while_it_is_read(self, store: Store) -> None:
        put(store, "feed", "articles", [make_article(f"n{number}", f"text {number}") for number in range(450)])
        for article in store.read(Article):
            put(store, article.name, "names", [make_mention(article, "text")])
        assert len(list(store.read(Mention))) == 450

    def test_replacing_changes_adds_and_removes(self, store: Store) -> None:
        article = make_article("x", FIRST)
        oda, talks = make_mention(article, "Oda"), make_mention(article, "talks")
        put(store, "o", "articles", [article])
        put(store, "o", "names", [oda])
        put(store, "o", "names", [replace(oda, canonical="Minister Oda"), talks])
        assert {mention.canonical for mention in store.read(Mention)} == {"Minister Oda", "talks"}
        put(store, "o", "names", [talks])
        assert list(store.read(Mention)) == [talks]

    def test_replacing_twice_equals_once(self, store: Store) -> None:
        put_everything(store)
        digest = store.digest()
        put_everything(store)
        assert store.digest() == digest

    def test_replacing_leaves_other_stages_and_origins_alone(self, store: Store) -> None:
        problem = Problem(id="problem-1", where="x", code="c", message="m")
        for origin, stage in (("o", "one"), ("o", "two"), ("p", "one")):
            put(store, origin, stage, [problem])
        put(store, "o", "one", [])
        assert list(store.read(Problem, "o")) == [problem]
        assert list(store.read(Problem, "p")) == [problem]

    def test_an_empty_output_still_says_that_the_stage_has_run(self, store: Store) -> None:
        put(store, "b", "names", [])
        put(store, "a", "names", [])
        assert store.origins("names") == ["a", "b"]
        assert store.origins("figures") == []

    def test_a_record_of_two_origins_is_read_once_and_lives_until_both_are_gone(self, store: Store) -> None:
        article = make_article("x", FIRST)
        put(store, "o", "articles", [article])
        put(store, "p", "articles", [replace(article, outlet="Another")])
        assert list(store.read(Article)) == [article]
        with store.transaction():
            store.forget("o")
        assert [kept.outlet for kept in store.read(Article)] == ["Another"]

    def test_two_different_records_with_one_id_are_refused(self, store: Store) -> None:
        article = make_article("x", FIRST)
        put(store, "o", "articles", [article, article])
        with pytest.raises(StoreError, match="two different records"):
            put(store, "o", "articles", [article, replace(article, lang="nl")])
        assert list(store.read(Article)) == [article]

    def test_a_quote_of_an_unknown_article_is_refused(self, store: Store) -> None:
        article = make_article("x", FIRST)
        with pytest.raises(StoreError, match="not in the store"):
            put(store, "o", "names", [make_mention(article, "Oda")])
        put(store, "o", "both", [make_mention(article, "Oda"), article])
        assert list(verify_store(store)) == []

    def test_what_is_no_storable_record_is_refused(self, store: Store) -> None:
        page = Page(id="page-1", name="x", form="text", data=b"")
        with pytest.raises(StoreError, match="not stored"):
            put(store, "o", "pages", [page])  # type: ignore[list-item]
        with pytest.raises(StoreError, match="no id"):
            put(store, "o", "pages", [Problem(id="", where="x", code="c", message="m")])
        with pytest.raises(StoreError, match="where `str` belongs"):
            put(store, "o", "pages", [Problem(id="p", where="x", code="c", message=3)])  # type: ignore[arg-type]

    def test_any_text_is_kept_exactly(self, store: Store) -> None:
        texts = ["", "\0", "a\0b\ud800c", "\ud83d\ude00", "😀\r\n\u2028", "\ufffe\ufdd0\ufdd1", "e\u0301", "﻿x"]
        articles = [make_article(f"name\udcff{number}", text, title=text) for number, text in enumerate(texts)]
        put(store, "file-\udc80.txt", "stage", articles)
        assert {article.name: article for article in store.read(Article)} == {article.name: article for article in articles}
        (origin,) = store.origins("stage")
        assert len(list(store.read(Article, "file-\udc80.txt"))) == len(list(store.read(Article, origin))) == len(texts)
        assert list(verify_store(store)) == []
        with store.transaction():
            store.forget("file-\udc80.txt")
        assert list(store.read(Article)) == []

    # What goes

    def test_adding_then_forgetting_restores_the_digest(self, store: Store) -> None:
        put_everything(store)
        digest, listed = store.digest(), store.origins("findings")
        put_everything(store, "more ")
        assert store.digest() != digest
        with store.transaction():
            store.forget("more a")
            store.forget("more b")
        assert store.digest() == digest
        assert store.origins("findings") == listed

    def test_forgetting_an_article_that_others_quote_is_found(self, store: Store) -> None:
        put_everything(store)
        with store.transaction():
            store.forget("a")
        findings = list(verify_store(store))
        assert {(finding.kind, finding.what) for finding in findings} == {(kind, "missing_article") for kind in ("recall", "restatement", "statement", "tally", "version")}
        assert [(finding.found, finding.path) for finding in findings if finding.kind == "version"] == [(make_everything()["a"][0].id, "article")]

    # The digest

    def test_the_digest_ignores_the_order_of_writing(self, store: Store) -> None:
        article, records = make_everything()["a"]
        put(store, "z", "one", [])
        put(store, "a", "articles", [article])
        put(store, "a", "findings", records)
        put_everything(store, "more ")
        digest = store.digest()
        with store.transaction():
            for origin in ("a", "more a", "more b", "z"):
                store.forget(origin)
        assert store.digest() != digest
        put_everything(store, "more ")
        put(store, "a", "articles", [article])
        put(store, "a", "findings", reversed(records))
        assert store.digest() == digest

    def test_the_digest_sees_origin_stage_and_every_field(self, store: Store) -> None:
        problem = Problem(id="problem-1", where="x", code="c", message="m")
        seen = set()
        for origin, stage, record in (
            ("o", "s", problem),
            ("o", "t", problem),
            ("p", "s", problem),
            ("o", "s", replace(problem, hint="h")),
        ):
            put(store, origin, stage, [record])
            seen.add(store.digest())
            with store.transaction():
                store.forget(origin)
        assert len(seen) == 4

    # Transactions

    def test_an_exception_leaves_everything_as_before(self, store: Store) -> None:
        put_everything(store)
        digest = store.digest()

        def fail_half_way() -> None:
            with store.transaction():
                store.forget("a")
                store.replace("b", "articles", [make_article("new", "bridge bridge bridge")])
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail_half_way()
        assert store.digest() == digest
        assert len(store.search("bridge")) == 1
        assert store.origins("articles") == ["a", "b"]

    def test_a_source_that_fails_half_way_writes_nothing(self, store: Store) -> None:
        def fail() -> Iterable[Record]:
            yield make_article("x", FIRST)
            raise ZeroDivisionError

        with store.transaction():
            with pytest.raises(ZeroDivisionError):
                store.replace("o", "articles", fail())
            store.replace("p", "articles", [make_article("y", SECOND)])
        assert store.origins("articles") == ["p"]

    def test_writes_inside_a_transaction_are_read_inside_it(self, store: Store) -> None:
        article = make_article("x", FIRST)
        with store.transaction():
            store.replace("o", "articles", [article])
            assert list(store.read(Article)) == [article]
            assert len(store.search("bridge")) == 1

    def test_writing_needs_a_transaction_and_transactions_do_not_nest(self, store: Store) -> None:
        with pytest.raises(StoreError, match="transaction"):
            store.replace("o", "articles", [])
        with pytest.raises(StoreError, match="transaction"):
            store.forget("o")
        with pytest.raises(StoreError, match="transaction"):
            store.rebuild_search()
        with store.transaction(), pytest.raises(StoreError, match="already open"), store.transaction():
            pass

    def test_a_second_connection_sees_what_was_committed(self, store: Store, open_again: OpenStore) -> None:
        other = open_again()
        article = make_article("x", FIRST)
        with store.transaction():
            store.replace("o", "articles", [article])
            assert list(other.read(Article)) == []
        assert list(other.read(Article)) == [article]
        put(other, "p", "articles", [make_article("y", SECOND)])
        assert store.origins("articles") == ["o", "p"]
        assert store.digest() == other.digest()

    def test_an_unfinished_read_does_not_keep_others_from_writing(self, store: Store, open_again: OpenStore) -> None:
        put(store, "o", "articles", [make_article("x", FIRST), make_article("y", SECOND)])
        reader = open_again()
        unfinished = reader.read(Article)
        next(unfinished)
        put(store, "o", "articles", [])
        put(reader, "p", "articles", [make_article("z", "text")])
        assert [article.name for article in store.read(Article)] == ["z"]

    # Search

    def test_words_are_found_in_title_and_text_whatever_case_and_accents(self, store: Store) -> None:
        put_everything(store)
        first, second = (article.id for article, _ in make_everything().values())
        assert [id for id, _ in store.search("BRIDGE marched")] == [first]
        assert [id for id, _ in store.search("brucke")] == [second]
        assert [id for id, _ in store.search('"leave the talks"')] == [first]
        assert store.search('"talks the leave"') == []
        assert store.search("bridge brucke") == []
        assert len(store.search("minister")) == 2
        assert len(store.search("minister", 1)) == 1
        assert store.search("minister", 0) == []

    def test_snippets_are_spans_of_the_text_around_the_words(self, store: Store) -> None:
        filler = "äöü 😀 lorem ipsum " * 40
        text = f"Head\n{filler}the NEEDLE here {filler}and\0again a needle.\ufdd0 {filler}"
        put(store, "o", "articles", [make_article("x", text)])
        ((_, spans),) = store.search("needle")
        assert len(spans) == 2
        assert all(0 <= span.start < span.end <= len(text) and span.end - span.start < 200 for span in spans)
        assert ["needle" in span.of(text).lower() for span in spans] == [True, True]

    def test_a_hit_in_the_title_alone_has_no_snippet(self, store: Store) -> None:
        article = make_article("x", "text", title="Headline")
        put(store, "o", "articles", [article])
        assert store.search("headline") == [(article.id, ())]

    def test_search_follows_every_change(self, store: Store) -> None:
        put(store, "o", "articles", [make_article("x", "one apple")])
        put(store, "p", "articles", [make_article("y", "one pear")])
        put(store, "o", "articles", [make_article("x", "one cherry")])
        assert [len(store.search(word)) for word in ("apple", "pear", "cherry", "one")] == [0, 1, 1, 2]
        put(store, "o", "articles", [make_article("x", "one cherry", title="melon")])
        assert len(store.search("melon")) == 1
        with store.transaction():
            store.forget("p")
        assert [len(store.search(word)) for word in ("pear", "cherry")] == [0, 1]
        with store.transaction():
            store.rebuild_search()
        assert [len(store.search(word)) for word in ("pear", "cherry", "melon")] == [0, 1, 1]

    def test_an_article_of_two_origins_is_found_once(self, store: Store) -> None:
        article = make_article("x", FIRST)
        put(store, "o", "articles", [article])
        put(store, "p", "articles", [article])
        assert [id for id, _ in store.search("bridge")] == [article.id]

    @pytest.mark.parametrize(
        "words",
        [
            *(
                '"',
                '""',
                "'",
                "bridge OR",
                "AND",
                "NOT bridge",
                "bridge*",
                "^bridge",
                "title:bridge",
                "NEAR(bridge talks)",
            ),
            *(
                "(bridge",
                "bridge)",
                "-",
                "{title text}: bridge",
                "\0",
                "\ud800",
                "bridge\0talks",
                "",
                " \n",
                "%",
                "--",
                ";",
            ),
            *('bridge "talks', '"bridge" "', "a" * 5000, "bridge " * 5000, " ".join(map(str, range(5000)))),
        ],
    )
    def test_any_words_can_be_searched_for(self, store: Store, words: str) -> None:
        put_everything(store)
        assert isinstance(store.search(words), list)

    # Verification at this level; `test_verify.py` has what is damaged inside the file

    def test_a_span_outside_its_text_is_found(self, store: Store) -> None:
        article = make_article("x", FIRST)
        mention = make_mention(article, "Oda")
        spans = [
            replace(mention.span, end=10_000),
            replace(mention.span, end=mention.span.start),
            replace(mention.span, start=-3),
        ]
        wrong = [replace(mention, id=f"mention-{number}", span=span) for number, span in enumerate(spans)]
        put(store, "o", "articles", [article])
        put(store, "o", "names", [mention, *wrong])
        findings = list(verify_store(store))
        assert [(finding.record, finding.what, finding.path) for finding in findings] == [(f"mention-{number}", "span", "span") for number in range(3)]
        assert findings[0].article == article.id

    def test_a_text_that_is_not_the_hashed_one_is_found(self, store: Store) -> None:
        article = replace(make_article("x", FIRST), text=FIRST.replace("400", "500"))
        put(store, "o", "articles", [article])
        assert [(finding.what, finding.record) for finding in verify_store(store)] == [("text_hash", article.id)]

    def test_a_difference_between_renderings_that_are_not_there_is_found(self, store: Store) -> None:
        put_everything(store)
        (statement,) = store.read(Statement)
        odd = replace(statement, differences=(replace(statement.differences[0], left=7),))
        put(store, "b", "findings", [odd])
        (finding,) = verify_store(store)
        assert (finding.what, finding.path) == ("missing_article", "differences[0].spans[0]")

    def test_vectors_come_back_byte_for_byte(self, store: Store) -> None:
        put_everything(store)
        (encoding,) = store.read(Encoding)
        assert encoding.vectors[0].values == bytes(range(256)) * 3
        assert encoding.vectors[1].values == b"\0\xff"
