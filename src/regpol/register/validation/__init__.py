"""A register held against the answer of who knows: the BPJS branch, or the population office.

    answer file + mapping > AnswerRow > one result a row of the register > Validation

What a status means is never guessed: it stands in a mapping that people correct. Every row of the register
ends in exactly one result, every row of the answer is used or listed as belonging to nobody.
"""
