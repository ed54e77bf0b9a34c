"""The verbs that draft, check and compare papers, and the work behind each kind of asking for one."""
