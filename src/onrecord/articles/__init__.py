"""From a page as fetched to an article: decoding, extraction, what is no news, headline, date, language, credits."""

from onrecord.articles.make import read_article

__all__ = ["read_article"]
