"""The chain behind one answer, in words."""
