"""The copy for the person: its words, what is left out of it on a shared device, whom to call."""
