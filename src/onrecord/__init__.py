"""onrecord: what was said, by whom, on what condition, and how every outlet told it."""

__version__ = "0.1.0"
