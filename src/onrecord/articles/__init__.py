"""From a page as fetched to an article: decoding, extraction, what is no news, headline, date, language, credits."""

from onrecord.articles.given import clean_title, keep_given
from onrecord.articles.make import ENTRY_EMPTY, ReadPage, find_outlet, read_article, read_page
from onrecord.articles.texts import read_texts

__all__ = ["ENTRY_EMPTY", "ReadPage", "clean_title", "find_outlet", "keep_given", "read_article", "read_page", "read_texts"]
