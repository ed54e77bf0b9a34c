"""Findings as people and programs read them: text, tables, JSON. Nothing is decided here."""
