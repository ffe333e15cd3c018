"""Dates named in an article and the days they mean."""

from onrecord.dates.find import find_dates

__all__ = ["find_dates"]
