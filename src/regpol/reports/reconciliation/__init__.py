"""A register held against its decrees, and the sheets that go out and come back."""
