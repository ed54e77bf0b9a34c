"""The draft as PDF on F4, laid out by WeasyPrint from the HTML: a plain preview, or the copy that is kept.

The same draft gives the same bytes: no clock, no network, no file. The fetcher refuses every address
but embedded data and stops the run, because an address in a layout is a mistake or an attack. A kept
copy is built to PDF/A-3a and PDF/UA-1 and carries the manifest of what it was made from; a preview
claims nothing.
"""

import gc
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from regpol.documents import manifest
from regpol.documents.naskah.tree import Draft
from regpol.documents.writers import html
from regpol.documents.writers.pdf_claims import claim_both
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.templates import FetchRefused

_LAYOUT = Place("templates/layout/naskah.css")


def write(draft: Draft, *, clean: bool = False) -> bytes:
    """The preview; raises `Refused` if the layout asks for anything outside the page."""
    return lay_out(html.write(draft, clean=clean))


def write_kept(draft: Draft, *, clean: bool = False) -> bytes:
    """The copy to keep, with its manifest inside; raises `Refused` as `write` does."""
    from weasyprint import Attachment

    page = html.write(draft, clean=clean)
    day = datetime.fromisoformat(draft.stamp.decided).replace(tzinfo=UTC)
    inside = Attachment(
        string=manifest.write(manifest.manifest_of(draft), page),
        name=manifest.NAME,
        description="Dari apa naskah ini disusun",
        relationship="Data",
        created=day,
        modified=day,
    )
    return lay_out(page, pdf_variant="pdf/a-3a", attachments=[inside], finisher=claim_both)


def lay_out(page: str, **options: Any) -> bytes:
    """A finished page as PDF; ``options`` go to WeasyPrint as they are."""
    from weasyprint.urls import FatalURLFetchingError

    bare, sheet = _without_sheet(page)
    try:
        made: bytes = _document(bare).write_pdf(
            font_config=_fonts(), stylesheets=[_parsed(sheet)], cache=_images(), **options
        )
    except FatalURLFetchingError as problem:
        raise Refused(FetchRefused(place=_LAYOUT, address=str(problem)[:200])) from problem
    gc.collect(1)  # a layout tree is one big cycle; without this a long run of packets keeps growing
    return made


def _without_sheet(page: str) -> tuple[str, str]:
    """The page and its style sheet apart: the sheet is the same for every paper of a run, and slow to read."""
    head, opened, rest = page.partition("<style>")
    sheet, _, body = rest.partition("</style>")
    return (head + body, sheet) if opened else (page, "")


def _document(page: str) -> Any:
    """The page as WeasyPrint takes it. Ours are well-formed, and an XML parser reads them thirty times as fast."""
    from weasyprint import HTML

    root = _tree(page)
    if root is None:
        return HTML(string=page, url_fetcher=_fetcher(), base_url=None)
    return _read_already()(root)


def _tree(page: str) -> Any:
    """The tree an HTML parser would make of a well-formed page; None if it is not."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(page[page.find("<html") :])  # noqa: S314  without a DOCTYPE it has no entities
    except ElementTree.ParseError:
        return None
    for table in [it for it in root.iter("table") if it.find("tr") is not None]:
        group = ElementTree.Element("tbody")
        group.extend(table)
        table[:] = [group]
    return root


@cache
def _read_already() -> Any:
    from cssselect2 import ElementWrapper
    from weasyprint import HTML

    class Read(HTML):  # type: ignore[misc]
        def __init__(self, root: Any) -> None:
            self.base_url, self.url_fetcher, self.media_type = None, _fetcher(), "print"
            self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return Read


@lru_cache(maxsize=8)
def _parsed(sheet: str) -> Any:
    from weasyprint import CSS

    return CSS(string=sheet, url_fetcher=_fetcher(), font_config=_fonts(), base_url=None)


@cache
def _images() -> dict[Any, Any]:
    """Pictures already read: in a packet the watermark, on every page of every paper."""
    return {}


@cache
def _fonts() -> Any:
    """One font configuration for the whole run: each further one keeps a quarter of a megabyte."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class Closed(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            raise FatalURLFetchingError(url)

    return Closed()
