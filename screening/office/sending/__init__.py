"""From the public side to an office: consent, sealing, receipt, withdrawal."""
