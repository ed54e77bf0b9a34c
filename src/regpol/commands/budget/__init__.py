"""The verbs of ``regpol budget``, one file each; the work behind them stands beside."""
