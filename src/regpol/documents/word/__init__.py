"""The draft as a Word file that a drafter goes on working in."""
