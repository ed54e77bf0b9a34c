"""The verbs. The only floor that touches clock, terminal and environment; everything else takes arguments."""
