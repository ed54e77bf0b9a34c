"""Hashes of what went into a run and of what came out, and what they tell on a later day.

    inputs       rules, project files, templates, program, libraries -> Inputs
    receipt      Inputs + finished files -> Receipt, the JSON that stands beside the files
    verifying    Receipt + what lies there today -> Verdict: what is not what it was
    told         Verdict -> words for an official, or JSON
    schema       the JSON Schemas of both

A receipt names files, never people: no row of a register, no name from one, no path of a machine. It holds
no time of day either, so that the same input gives the same bytes.
"""
