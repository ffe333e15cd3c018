"""From a page as fetched to an article: decoding, extraction, what is no news, headline, date, language, credits."""

from onrecord.articles.make import ReadPage, read_article, read_page

__all__ = ["ReadPage", "read_article", "read_page"]
