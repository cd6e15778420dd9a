"""Staff accounts: sign-in, second factor, lock, sessions, roles."""
