"""Names of persons and places across spellings and scripts."""
