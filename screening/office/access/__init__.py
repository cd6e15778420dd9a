"""Who may look: signed in, of this office, unlocked. The lock and the sessions stand here too."""
