"""Figures an article reports: how many, of what, where, when, by whose count."""

from onrecord.figures.find import find_figures

__all__ = ["find_figures"]
