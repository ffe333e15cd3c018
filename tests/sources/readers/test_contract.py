"""What holds for every reader in the registry: it knows its own files, and whatever is wrong with a file costs problems, never an exception.

Files made to do harm are in `test_hostile.py`.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from reading import HERE, check, codes, pages, read
from samples import NO_PAGES, SAMPLES, WORDS

from onrecord.sources.files import read_pages
from onrecord.sources.readers.reader import HEAD_BYTES, Reader, open_bytes
from onrecord.sources.readers.registry import READERS, choose_reader

every_reader = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)


def test_every_reader_has_a_sample_and_a_name_of_its_own() -> None:
    assert {reader.name for reader in READERS} == set(SAMPLES)
    assert len({reader.name for reader in READERS}) == len(READERS)


@every_reader
def test_its_sample_is_read(reader: Reader) -> None:
    filename, data = SAMPLES[reader.name]
    found = read(data, filename)
    check(found)
    assert bool(pages(found)) == (reader.name not in NO_PAGES)
    if reader.name in NO_PAGES:
        assert codes(found) == ["addresses_only"]


@every_reader
def test_the_words_of_its_sample_arrive(reader: Reader) -> None:
    if reader.name not in NO_PAGES:
        assert WORDS in " ".join(page.data.decode() for page in pages(read(*reversed(SAMPLES[reader.name]))))


@every_reader
def test_it_recognises_its_own_sample_and_no_other(reader: Reader) -> None:
    for name, (_, data) in SAMPLES.items():
        if reader.name in ("text", "zip") or name == reader.name:  # a Word document is a zip file; anything may be text
            continue
        assert not reader.recognise(data[:HEAD_BYTES], ""), name
    assert reader.recognise(SAMPLES[reader.name][1][:HEAD_BYTES], SAMPLES[reader.name][0])


@every_reader
@pytest.mark.parametrize("filename", ["wrong.txt", "wrong.html", "wrong.pdf", "wrong.csv", "wrong.zip", "wrong.eml", "wrong", "wrong.json", "wrong.gz", "wrong.jpg"])
def test_a_wrong_ending_does_not_fool_it(reader: Reader, filename: str) -> None:
    if reader.name == "text" and filename not in ("wrong.txt", "wrong", "wrong.jpg", "wrong.pdf", "wrong.zip", "wrong.gz", "wrong.json", "wrong.eml"):
        return  # nothing in a text says that it is one, so the ending decides
    assert choose_reader(SAMPLES[reader.name][1][:HEAD_BYTES], filename) is reader


@every_reader
def test_an_empty_file_is_told_or_an_empty_page(reader: Reader) -> None:
    found = read(b"", SAMPLES[reader.name][0], reader.name)
    check(found)
    assert not any(page.data for page in pages(found))


@every_reader
def test_a_file_cut_at_any_tenth_does_no_harm(reader: Reader) -> None:
    filename, data = SAMPLES[reader.name]
    for tenth in range(1, 10):
        check(read(data[: len(data) * tenth // 10], filename, reader.name))


@every_reader
def test_any_bytes_do_no_harm(reader: Reader) -> None:
    for seed in range(20):
        check(read(random.Random(seed).randbytes(3000), "file", reader.name))
        filename, data = SAMPLES[reader.name]
        broken = bytearray(data)
        for place in random.Random(seed).sample(range(len(data)), 20):
            broken[place] = random.Random(place).randrange(256)
        check(read(bytes(broken), filename, reader.name))


@every_reader
def test_files_of_other_formats_do_no_harm(reader: Reader) -> None:
    for _, data in SAMPLES.values():
        check(read(data, "file", reader.name))


@every_reader
@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "utf-8-sig"])
def test_another_encoding_than_stated_does_no_harm(reader: Reader, encoding: str) -> None:
    filename, data = SAMPLES[reader.name]
    try:
        wrong = data.decode("utf-8").replace("minister", "министр").encode(encoding)
    except UnicodeDecodeError:
        wrong = data
    check(read(wrong, filename, reader.name))
    check(read(wrong, filename))


@every_reader
def test_the_same_bytes_twice_give_the_same_pages(reader: Reader) -> None:
    filename, data = SAMPLES[reader.name]
    assert read(data, filename) == read(data, filename)


@every_reader
def test_all_pages_of_a_file_have_names_of_their_own(reader: Reader, tmp_path: Path) -> None:
    filename, data = SAMPLES[reader.name]
    (tmp_path / filename).write_bytes(data)
    found = pages(list(read_pages([str(tmp_path)], open_bytes(b""), options=HERE)))
    assert len({page.name for page in found}) == len(found)
    assert all(0 < len(page.name) < 200 for page in found)
