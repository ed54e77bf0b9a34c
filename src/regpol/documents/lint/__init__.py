"""Reads a paper, ours or anybody's, against the drafting technique and says what to put right, and where.

- text: the loose structure every check walks: lines with a level, an address and a parent
- from_draft: our own tree as that structure; from_file: a .docx, .txt or .md
- rule: what is known of each rule, read from rules/teknik/*.yaml
- registry: which function decides which rule (`@check("DR-121")`)
- engine: runs the checks that suit the form of the paper
- checks: the checks, a module for each part of a paper
"""
