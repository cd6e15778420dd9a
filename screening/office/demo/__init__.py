"""A demonstration office: invented people whose answers follow decided cases. Never beside real data."""
