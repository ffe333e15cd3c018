"""Which articles tell one happening, and how many independent accounts that makes."""
