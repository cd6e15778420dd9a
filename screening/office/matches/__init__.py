"""Who else has this name: the conflict check, screenings of the same person, the search."""
