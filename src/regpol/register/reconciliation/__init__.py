"""A register of people against the list of the decrees that appointed them.

    tables > entries (one a row) > holdings (the decrees of one person in one post)
           > assignment (one to one) > verdicts > Reconciliation > Figures

Every row of either list ends in exactly one class; what cannot be told apart is said to be so and
never decided by the order of the rows. A person without a valid decree may still be a member; what
is missing is the ground for paying from this budget.
"""
