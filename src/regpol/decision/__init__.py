"""From a situation to its findings, with the record of how they came about.

Two engines find which rules apply and must agree; precedence is then computed once for both. The
explanation is that record: nothing reads the rules a second time to explain them.
"""
