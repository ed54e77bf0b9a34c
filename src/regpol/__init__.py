"""regpol: from Indonesian law to the paper that rests on it.

The chain every part of this package serves, low floor first (a floor imports only floors below it):

    terms        citation, dates, money, answer, place, problems
    law          rules/*.yaml -> Rulebook            | register   a spreadsheet -> clean rows
    project      region, officials, policy, files of one piece of work
    situations   facts -> cells, targets, periods: where law and register meet
    decision     situation -> findings with their grounds
    budget       findings + rows -> rupiah
    documents    findings + project -> draft tree -> PDF, DOCX
    reports      matrix and lists as tables
    packet       one unit -> all its papers, tables, merged PDF, page and zip, in a folder
    receipt      hashes of what went in and came out
    commands     one file a verb; the only floor with clock, terminal and environment

Each stage takes one frozen object and hands one frozen object on.
"""

__version__ = "0.1.0"
