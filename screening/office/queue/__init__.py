"""The list of screenings: what is urgent, whose it is, where it stands."""
