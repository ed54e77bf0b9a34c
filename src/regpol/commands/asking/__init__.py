"""What the rulebook answers: one case, why, all of them, two beside each other."""
