"""Drafts: from what was decided to the paper an official signs.

The stages, each a frozen thing made from the one before it:

    Brief      brief.py       everything a template may see: facts, findings, totals, legal bases
    lines      render.py      Jinja2 in a sandbox -> naskah, every line with its place in the template
    sections   sections.py    head and parts of the paper
    nodes      units.py       BAB > Pasal > ayat > rincian, nested by the kind of their marker
    Draft      assemble.py    numbered, punctuated, references resolved, bases attached
    papers     html, pdf, docx, outline

Numbers and references are computed once, in the tree, so the papers cannot disagree. Wording lives
in ``templates/``; law and arithmetic live below this floor. Nothing here reads a clock or a network.
"""
