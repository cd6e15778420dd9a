#!/usr/bin/env python
"""Django's command line."""

import os
import sys

from django.core.management import execute_from_command_line


# What a shell reports of a program that wrote to a pipe nobody read to its end, as in `… | head`.
_BROKEN_PIPE = 128 + 13


def main() -> None:
    """Run the command, and end without a word where nobody reads what it prints."""
    try:
        try:
            execute_from_command_line(sys.argv)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        # Python writes out what is left when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_BROKEN_PIPE)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcr_screener.settings")
    main()
