"""The verb that makes packets, and what goes into each before anything is written."""
