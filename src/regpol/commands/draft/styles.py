"""The writer of a draft in the look of its agency: the styles file that ``gaya`` in ``project.yaml`` names."""

from pathlib import Path

from regpol.commands.draft import work
from regpol.commands.draft.work import Writer
from regpol.documents.naskah.tree import Draft


def writer_for(output: Path, project: Path, *, kept: bool) -> Writer:
    """The writer for a file's ending, in the project's own look if it has one.

    Raises:
        Refused: if nothing writes such a file, or the project cannot be read.
    """
    from regpol.project.project import open_project

    plain = work.writer_for(output, kept=kept)
    own = open_project(project).styles
    return _styled(plain, project / own, word=output.suffix.lower() == ".docx") if own else plain


def _styled(plain: Writer, styles: Path, *, word: bool) -> Writer:
    def write(draft: Draft, templates: Path, clean: bool) -> bytes:
        if word:
            from regpol.documents.word import docx

            return docx.write(draft, styles=styles, clean=clean)
        from regpol.documents.writers.look import dressed

        return plain(dressed(draft, styles, templates), templates, clean)

    return write
