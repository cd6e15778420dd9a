"""Flags: what an attorney must see first, before filing, and remedies outside this tool."""
