"""What strengthens or weakens an element, beside its finding. No weight changes one."""
