"""The dates of one case: events, law days, gaps, and the drawing of them."""
