"""What would move a result: every answer tried, the facts to ask next, what decides."""
