"""``regpol explain``: what a problem code means."""

from typing import Annotated

import typer

from regpol.commands import shell


def explain(
    code: Annotated[
        str, typer.Argument(help="Kode masalah, misalnya LAW06.", metavar="[KODE]", show_default=False)
    ] = "",
) -> int:
    """Jelaskan sebuah kode masalah; tanpa kode, daftar semuanya."""
    import inspect
    import re

    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused, catalogue
    from regpol.terms.problems.command import UnknownChoice

    known = catalogue()
    if not code:
        shell.show("\n".join(f"{entry}  {problem.title}" for entry, problem in known.items()))
        return shell.DONE
    problem = known.get(code.upper())
    if problem is None:
        raise Refused(UnknownChoice(place=NOWHERE, what="kode", given=code.upper(), known=tuple(known)))
    page = re.sub(r"``(.+?)``", r"“\1”", inspect.cleandoc(problem.__doc__ or ""))
    owner = f"\nBobot: {problem.severity.word}.\nYang dapat memperbaiki: {problem.owner}." if problem.owner else ""
    shell.show(f"{problem.code} {problem.title}\n\n{page}{owner}")
    return shell.DONE
