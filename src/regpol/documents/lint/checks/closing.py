"""The closing: the order to promulgate, the signatures, the last line."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_GAZETTE = {
    PaperForm.REGIONAL: "Lembaran Daerah",
    PaperForm.HEAD: "Berita Daerah",
    PaperForm.VILLAGE: "Lembaran Desa",
    PaperForm.VILLAGE_HEAD: "Berita Desa",
}
_LOCAL = r"(?:Desa|Kampung|Nagari|Gampong|Pekon|Kalurahan|Negeri|Lembang)"
_POSITION = re.compile(
    r"(?:(?:Pj|Plt|Plh|Pjs)\.? |a\.n\. )?(?:GUBERNUR|BUPATI|WALI ?KOTA|SEKRETARIS DAERAH|SEKRETARIS DESA"
    r"|KEPALA (?:DESA|KAMPUNG|DINAS|BADAN)|KEUCHIK|PERBEKEL)\b.*",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:^|\s)(?:Dr|Drs|Dra|Ir|Prof|H|Hj|KH|dr)\.\s?[A-Z]|,\s?(?:S|M)\.\s?[A-Z]|,\s?(?:SH|MH|SE|MM|MSi|SSos|SIP|MAP)\b",
    re.IGNORECASE,
)
_BLOCKS = ("Agar setiap orang", "Ditetapkan di", "Diundangkan di")


def _closing(text: LintText) -> tuple[Line, ...]:
    return text.of(Level.CLOSING)


def _finds(lines: tuple[Line, ...], start: str) -> Line | None:
    return next((line for line in lines if line.text.startswith(start)), None)


def _positions(lines: tuple[Line, ...]) -> Iterator[tuple[Line, Line | None]]:
    """Each office that signs, with the name below it."""
    for place, line in enumerate(lines):
        if _POSITION.fullmatch(line.text):
            below = [
                other
                for other in lines[place + 1 : place + 4]
                if not re.match(r"(?i)\(?t\.?td|ttd|\(?tanda tangan|cap", other.text)
            ]
            yield line, below[0] if below else None


@check("DR-092")
def four_blocks(text: LintText) -> Iterator[Finding]:
    """Order, enactment, promulgation, gazette."""
    lines = _closing(text)
    if not lines:
        return
    held = [_finds(lines, start) for start in _BLOCKS]
    for start, line in zip(_BLOCKS, held, strict=True):
        if line is None:
            yield Finding.at("DR-092", lines[-1], f"penutup tanpa “{start} …”", "lengkapi keempat bagian penutup")
    places = [line.index for line in held if line is not None]
    if places != sorted(places):
        yield Finding.at(
            "DR-092",
            lines[0],
            "bagian penutup tidak berurutan",
            "perintah, penetapan, pengundangan, lalu lembaran/berita",
        )


@check("DR-093")
def order(text: LintText) -> Iterator[Finding]:
    """The order to promulgate, in its gazette."""
    gazette = _GAZETTE.get(text.form)
    if not gazette:
        return
    pattern = re.compile(
        rf"Agar setiap orang (?:dapat )?mengetahuinya, memerintahkan pengundangan \S+(?: \S+){{0,4}} ini "
        rf"dengan penempatannya dalam "
        rf"{gazette.replace('Desa', _LOCAL)}\b.*\."
    )
    for line in _closing(text):
        if line.text.startswith("Agar ") and not pattern.fullmatch(line.text):
            better = f"“Agar setiap orang mengetahuinya, … ini dengan penempatannya dalam {gazette} … .”"
            yield Finding.at("DR-093", line, f"“{line.text[:80]}…”", better)


@check("DR-094")
def no_degrees(text: LintText) -> Iterator[Finding]:
    """The name without degrees."""
    for line, name in _positions((*_closing(text), *text.of(Level.ANNEX))):
        if name is not None and _DEGREE.search(name.text):
            yield Finding.at(
                "DR-094", name, f"nama penanda tangan dengan gelar di bawah {line.text}", "nama lengkap tanpa gelar"
            )


@check("DR-095")
def place_and_day(text: LintText) -> Iterator[Finding]:
    """'Ditetapkan di …' with 'pada tanggal …' below."""
    lines = _closing(text)
    for place, line in enumerate(lines):
        if line.text.startswith("Ditetapkan di") and "pada tanggal" not in line.text:
            below = lines[place + 1].text if place + 1 < len(lines) else ""
            if not below.startswith("pada tanggal"):
                yield Finding.at(
                    "DR-095", line, "“Ditetapkan di …” tanpa “pada tanggal …” di bawahnya", "tambahkan “pada tanggal …”"
                )


@check("DR-096")
def written(text: LintText) -> Iterator[Finding]:
    """Office and name in capitals, the office with a comma."""
    for line, name in _positions(_closing(text)):
        bare = re.sub(r"^(?:Pj|Plt|Plh|Pjs)\.? |^a\.n\. ", "", line.text)
        if bare != bare.upper():
            yield Finding.at("DR-096", line, f"“{line.text}”", f"“{bare.upper()}”")
        elif not bare.endswith(","):
            yield Finding.at("DR-096", line, f"“{line.text}” tanpa koma", f"“{line.text},”")
        if name is not None and re.fullmatch(r"[A-Za-z' ]+", name.text) and name.text != name.text.upper():
            yield Finding.at(
                "DR-096", name, "nama pejabat tidak berhuruf kapital", "tulis nama pejabat dengan huruf kapital"
            )


@check("DR-097")
def promulgator(text: LintText) -> Iterator[Finding]:
    """The secretary promulgates."""
    lines = _closing(text)
    start = _finds(lines, "Diundangkan di")
    if start is None:
        return
    wanted = "SEKRETARIS D" if text.form in {PaperForm.REGIONAL, PaperForm.HEAD} else "SEKRETARIS"
    below = [line for line in lines if line.index > start.index]
    if below and not any(wanted in line.text.upper() for line in below[:4]):
        yield Finding.at(
            "DR-097",
            start,
            "pengundangan tanpa jabatan sekretaris",
            f"“{'SEKRETARIS DAERAH' if wanted.endswith('D') else 'SEKRETARIS DESA'} …,”",
        )


@check("DR-098")
def last_line(text: LintText) -> Iterator[Finding]:
    """'BERITA DAERAH … TAHUN … NOMOR …'."""
    lines = _closing(text)
    gazette = _GAZETTE.get(text.form, "").upper()
    if _finds(lines, "Diundangkan di") is None or text.form not in {PaperForm.REGIONAL, PaperForm.HEAD}:
        return
    ends = [
        line for line in lines if re.match(r"(?i)(?:lembaran|berita) (?:daerah|provinsi|kabupaten|kota)\b", line.text)
    ]
    if not ends:
        yield Finding.at("DR-098", lines[-1], f"baris {gazette} tidak ada", f"“{gazette} … TAHUN … NOMOR …”")
    for line in ends:
        if not re.fullmatch(rf"{gazette}\b.* TAHUN \S+(?: \S+)? NOMOR \S+.*", line.text):
            yield Finding.at("DR-098", line, f"“{line.text}”", f"“{gazette} … TAHUN … NOMOR …”")


@check("DR-099")
def register_number(text: LintText) -> Iterator[Finding]:
    """A Perda carries its register number."""
    lines = _closing(text)
    if lines and not any("NOREG" in line.text.upper() for line in lines):
        yield Finding.at("DR-099", lines[-1], "nomor register (NOREG) tidak ada", "“NOREG PERATURAN DAERAH …: (…/…)”")


@check("PH-006")
def gazette_of_the_head(text: LintText) -> Iterator[Finding]:
    """A Perkada goes into the Berita Daerah."""
    for line in _closing(text):
        if "lembaran daerah" in line.text.casefold():
            yield Finding.at("PH-006", line, "peraturan kepala daerah dalam Lembaran Daerah", "Berita Daerah")


@check("PH-009")
def village_agreement(text: LintText) -> Iterator[Finding]:
    """A Perdes is made with the agreement of the BPD."""
    opening = text.of(Level.DIKTUM)
    if opening and text.pasals and not any("KESEPAKATAN BERSAMA" in line.text.upper() for line in opening):
        yield Finding.at(
            "PH-009",
            opening[0],
            "tanpa frasa kesepakatan bersama",
            "“Dengan Kesepakatan Bersama BADAN PERMUSYAWARATAN DESA … dan KEPALA DESA …”",
        )


@check("PH-010")
def invented_number(text: LintText) -> Iterator[Finding]:
    """A draft has no number yet."""
    blank_day = any(re.fullmatch(r"pada tanggal\s*[….\s]*", line.text) for line in _closing(text))
    for line in text.title:
        if blank_day and re.match(r"NOMOR:?\s+\d+", line.text):
            yield Finding.at("PH-010", line, "nomor terisi pada naskah yang belum bertanggal", "“NOMOR … TAHUN …”")


@check("PH-011")
def copy(text: LintText) -> Iterator[Finding]:
    """A copy is attested by the head of the legal office."""
    for line in text.lines:
        if line.text.startswith("Salinan sesuai dengan aslinya"):
            rest = " ".join(other.text.upper() for other in text.lines[line.index : line.index + 6])
            if not re.search(r"(?:KEPALA|KABAG) (?:BAGIAN|BIRO) HUKUM|KABAG HUKUM", rest):
                yield Finding.at(
                    "PH-011", line, "salinan tanpa pengesahan kepala bagian/biro hukum", "“KEPALA BAGIAN HUKUM,”"
                )


@check("PH-008")
def evaluated(text: LintText) -> Iterator[Finding]:
    """Budget, levies, space and organisation of a village are evaluated first."""
    if (
        re.search(
            r"ANGGARAN PENDAPATAN DAN BELANJA|APB ?DES|PUNGUTAN|TATA RUANG|SUSUNAN ORGANISASI|STRUKTUR ORGANISASI",
            text.name.upper(),
        )
        and text.lines
    ):
        line = next((line for line in text.lines if line.level is Level.ABOUT), text.lines[0])
        told = any("evaluasi" in other.text.casefold() for other in text.of(Level.RECITAL, Level.CITATION))
        if not told:
            yield Finding.at(
                "PH-008", line, "perdes ini wajib dievaluasi bupati/wali kota", "sebut hasil evaluasi pada Menimbang"
            )
