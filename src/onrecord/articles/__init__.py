"""From a page as fetched to an article: decoding, extraction, what is no news, headline, date, language, credits."""

from onrecord.articles.given import keep_given_dates
from onrecord.articles.make import ReadPage, find_outlet, read_article, read_page

__all__ = ["ReadPage", "find_outlet", "keep_given_dates", "read_article", "read_page"]
