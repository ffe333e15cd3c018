"""One pass of one model per window of text: windows, tags, links and vectors."""
