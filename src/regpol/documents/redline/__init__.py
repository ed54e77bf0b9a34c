"""Compares two papers clause by clause.

- pairing: which clause of the one is which of the other
- wording: what changed in the words, a reference by what it points at
- changes: the frozen comparison with the likely reason of each change
- tracked: the newer file with the changes as Word's own tracked changes
"""
