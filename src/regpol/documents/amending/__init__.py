"""Amending and repealing: what changes between a regulation in force and the text it is to become.

`reading` makes a `Regulation` of a file, of a draft or of a kept Akoma Ntoso. `comparing` finds the old regulation as
it will stand, with the old numbers; `changes` lists what Pasal I must say, and `applying` puts that into the old text
again. `formulas` has the words the law of drafting technique gives for each change.
"""
