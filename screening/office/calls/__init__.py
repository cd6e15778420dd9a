"""Call mode: the questionnaire while somebody talks."""
