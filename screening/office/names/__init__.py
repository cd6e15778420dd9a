"""How names are cut into words and how they sound, so that hashes of them can meet."""
