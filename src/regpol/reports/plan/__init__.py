"""A budget plan as budget offices read it: lines, cash by month, units, and what cannot be counted."""
