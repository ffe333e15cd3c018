"""Who said what in one article, with which words it is told."""
