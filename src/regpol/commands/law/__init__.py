"""The verbs of ``regpol law``, one file each."""
