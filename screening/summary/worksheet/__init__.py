"""What the attorney works with: the facts of the court’s forms, the outline of a declaration, notes."""
