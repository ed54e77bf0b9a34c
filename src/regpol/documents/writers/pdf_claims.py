"""The second claim of a kept copy: WeasyPrint writes one standard into the metadata, a kept copy is built to two.

PDF/A-3a keeps it readable for decades, PDF/UA-1 readable aloud. The claim of the second is added to the
metadata together with the description of its name space that the first demands.
"""

from typing import Any

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_UA = "http://www.aiim.org/pdfua/ns/id/"
_AIIM = "http://www.aiim.org/pdfa/ns"
_CLAIM = f'<rdf:Description xmlns:rdf="{_RDF}" xmlns:pdfuaid="{_UA}" rdf:about="" pdfuaid:part="1"/>'
_DESCRIBED = (
    f'<rdf:Description xmlns:rdf="{_RDF}" rdf:about="" xmlns:pdfaExtension="{_AIIM}/extension/" '
    f'xmlns:pdfaSchema="{_AIIM}/schema#" xmlns:pdfaProperty="{_AIIM}/property#"><pdfaExtension:schemas><rdf:Bag>'
    '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>'
    f"<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
_END = b"</rdf:RDF>"


def claim_both(document: Any, pdf: Any) -> None:
    """Adds the claim to a PDF about to be written; a finisher for WeasyPrint."""
    del document
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    written = metadata.stream[0]
    if _END not in written:  # a claim that silently falls out is worse than a file that is not made
        raise RuntimeError("metadata of the PDF have another shape than expected")
    metadata.stream[0] = written.replace(_END, f"{_CLAIM}{_DESCRIBED}".encode() + _END, 1)
