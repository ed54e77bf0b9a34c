"""Facts cut into cells. Rules compare facts with constants, so finitely many situations cover everyone.

Everyone in one situation gets the same findings; a register of any size falls into a few hundred.
"""
