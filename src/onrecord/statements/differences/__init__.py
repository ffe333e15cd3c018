"""What two tellings of one utterance say differently: one module a family of labels."""

from onrecord.statements.differences.find import LABELS, find_differences

__all__ = ["LABELS", "find_differences"]
