"""What is wrong with registers, row by row and in sum, and who can put it right.

    registers > persons > findings > QualityReport (kinds | units | missing facts)

What one row shows by itself is found by `cleaning`; here rows are compared with each other and with
other lists, and everything is counted.
"""
