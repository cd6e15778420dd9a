"""The report of one person: the laws with their findings, what is urgent, which papers to ask for."""
