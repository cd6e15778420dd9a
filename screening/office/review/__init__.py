"""What an attorney sees of one screening, and decides."""
