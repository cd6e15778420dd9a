"""Many records at once: files read and written one record at a time (contract section 5)."""
