"""Drafts: from what was decided to the paper an official signs.

The stages, each a frozen thing made from the one before it, in rooms of which each rests only on those above it:

    brief/      Brief: all a template may see (facts, findings, totals, legal bases)
    naskah/     lines     render.py      Jinja2 in a sandbox -> naskah, every line with its place in the template
                sections  sections.py    head and parts of the paper
                nodes     units.py       BAB > Pasal > ayat > rincian, nested by the kind of their marker
                Draft     assemble.py    numbered, punctuated, references resolved, bases attached
    word/       DOCX to edit           word_back/   the edited DOCX -> Draft
    writers/    PDF, HTML, Akoma Ntoso, Markdown, the matrix of bases
    lint/       what technique asks    redline/     two drafts, clause by clause
    amending/   the papers that change a regulation in force

Numbers and references are computed once, in the tree, so the papers cannot disagree. Wording lives
in ``templates/``; law and arithmetic live below this floor. Nothing here reads a clock or a network.
"""
