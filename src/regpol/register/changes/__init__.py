"""Two registers of one list compared: who came, who left, who took whose place, and what changed of those who stayed.

    sheets > persons > pairs (NIK, then name and birth date) > seats > Changes

Every row of either register ends in exactly one class, and the classes close: old less those who left,
more those who came, is new.
"""
