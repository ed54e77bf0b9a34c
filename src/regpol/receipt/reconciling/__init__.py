"""Reads the numbers back out of finished files and holds them against the one place they come from.

    figures    text -> the numbers in it that say something, labels and dates left out
    reading    PDF, DOCX, XLSX, HTML -> figures, by readers that share nothing with our writers
    numbers    angka.json of a packet -> the known numbers and where each must stand
    checking   files + numbers -> what does not agree

It needs no receipt: the question is not whether a file was touched but whether its numbers are right.
"""
