"""What every paper is made of: its data, rows, words, citations. Knows no other room of the summary."""
