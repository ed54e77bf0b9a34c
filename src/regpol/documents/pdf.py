"""The draft as PDF/A-3u on F4, laid out by WeasyPrint from the HTML.

The same draft gives the same bytes: no clock, no network, no file. The fetcher refuses every address
but embedded data and stops the run, because an address in a layout is a mistake or an attack.
"""

import gc
from functools import cache
from typing import Any

from regpol.documents import html
from regpol.documents.tree import Draft
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.templates import FetchRefused

_LAYOUT = Place("templates/layout/naskah.css")


def write(draft: Draft, *, clean: bool = False) -> bytes:
    """The PDF; raises `Refused` if the layout asks for anything outside the page."""
    return lay_out(html.write(draft, clean=clean))


def lay_out(page: str) -> bytes:
    """A finished page as PDF."""
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    try:
        document = HTML(string=page, url_fetcher=_fetcher(), base_url=None)
        made: bytes = document.write_pdf(font_config=_fonts(), pdf_variant="pdf/a-3u")
    except FatalURLFetchingError as problem:
        raise Refused(FetchRefused(place=_LAYOUT, address=str(problem)[:200])) from problem
    gc.collect(1)  # a layout tree is one big cycle; without this a long run of packets keeps growing
    return made


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
