"""The checks, one module for each part of a paper; every module here is loaded by the registry."""
