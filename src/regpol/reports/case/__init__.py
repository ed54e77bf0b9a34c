"""One case, gathered once; as text and as JSON."""
