"""Whether what was made is still what it was."""
