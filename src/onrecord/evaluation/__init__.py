"""How well onrecord agrees with gold: passages with marks, counts per passage, scores with intervals."""
