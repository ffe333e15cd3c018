"""What makes two texts versions of one published piece, and what changed between them. Pure: records in, records out."""
