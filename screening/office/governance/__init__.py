"""What was done and what is kept: log, retention, export, hand-over."""
