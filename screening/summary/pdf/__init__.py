"""The papers as PDF: set, tagged, with what an archive wants. Knows every other room of the summary."""
