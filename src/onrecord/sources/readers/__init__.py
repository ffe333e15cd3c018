"""The readers: one file a format, from an open file to pages."""
