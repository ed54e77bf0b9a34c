"""What two sides differ in, gathered once; as text and as JSON."""
