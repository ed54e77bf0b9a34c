"""The verbs of ``regpol register``, one file each; the work behind them stands beside."""
