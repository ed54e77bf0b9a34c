"""What is due in an event, gathered once; as text and as JSON."""
