"""The ledger of figures: which counts of one story measure the same thing, and how they agree or change."""

from onrecord.ledger.find import find_tallies

__all__ = ["find_tallies"]
