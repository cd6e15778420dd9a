"""Imported by the server from which the processes of the papers fork, and by nothing else: all that they need."""

import os

import django


# Of all that forks from here, and while it loads: below every page.
os.nice(10)
django.setup()

# After the settings: templates and words are loaded with them.
from screening.summary.pdf import child, papers, picture  # noqa: F401


papers.load()
