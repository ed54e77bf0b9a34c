"""Walks every reachable situation of the rulebook and says what it shows."""
