"""The command line."""

import os

# The tables that are multiplied here are small: threads of the linear algebra under numpy wait for each other longer than they work.
# It reads this once, when numpy is first imported, so it stands before everything else.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
