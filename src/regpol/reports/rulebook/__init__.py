"""The rulebook as people walk it: entries, lists, coverage, checks, pages."""
