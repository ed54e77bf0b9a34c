"""The one catalogue of problems: everything regpol can find wrong, each with a code and a page.

A problem says where, what was found, what was expected and what to do. Messages are built from
typed fields here, so no caller can word one badly; the docstring of a class is the page that
``regpol explain CODE`` prints. Values of personal data never become fields of a problem.
"""

from regpol.terms.problems.base import Owner, Problem, Refused, Severity, catalogue

__all__ = ["Owner", "Problem", "Refused", "Severity", "catalogue"]
