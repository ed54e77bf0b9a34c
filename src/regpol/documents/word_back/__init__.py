"""Reads a Word file back that a drafter has worked in, as clauses again.

- package: the file itself, refused if it is no Word file, locked, broken or made to harm
- numbering: what a list of Word stands for where no style tells it
- counting: the numbers Word shows, counted as Word counts them
- paragraphs: the running text with marks, tracked changes and comments
- tables: data tables, their merged cells and sum
- edited: the frozen result
- rebuild: paragraphs into numbered units

Nothing here trusts what a number looks like: numbers follow from the order, references from their target.
"""
