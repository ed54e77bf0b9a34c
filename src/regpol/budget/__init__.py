"""Rupiah: what a finding costs. Whether a fund may pay is law and decided below; how much is counted here."""
