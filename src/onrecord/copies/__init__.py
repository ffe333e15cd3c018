"""Which article derives from which text."""
