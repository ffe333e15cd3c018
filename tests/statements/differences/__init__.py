"""Tests of the differences between two tellings."""
