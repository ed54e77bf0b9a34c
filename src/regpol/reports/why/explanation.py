"""The chain behind one answer, for a planner who is not a lawyer: the answer, why, and what would change it.

Written from the record of the decision alone; the rules are not read a second time. Each part says one
thing: what each norm says and whom it binds, which version was taken, what fell and why, where readings
differ, what must be read and where it lies.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace

from regpol.decision.chain import Chain
from regpol.decision.precedence import Defeat, Ground, Principle
from regpol.decision.remedies import Holder, Remedy
from regpol.law.model import Among, Modality, Provision, Question, Regulation, Rule, Rulebook
from regpol.reports.answer_words import GRADES
from regpol.reports.layout import WIDTH, bullets, columns, heading
from regpol.reports.norm_words import as_said, norm_words
from regpol.reports.why.answer_sentence import answer_sentence, what_it_means
from regpol.terms.answer import Answer
from regpol.terms.citation import UNVERIFIED
from regpol.terms.dates import Force, long_date
from regpol.terms.language import series

_FALLEN = {
    Principle.EXCEPTION: "{by} menyatakan diri sebagai pengecualian atasnya.",
    Principle.SUPERIOR: (
        "peraturan yang lebih tinggi mengalahkan yang lebih rendah, dan {high} berada di atas {low} (asas lex "
        "superior). Mengesampingkan peraturan secara resmi adalah wewenang hakim; sebelum ada putusan, kantor "
        "mungkin masih memakai ketentuan ini."
    ),
    Principle.SPECIAL: (
        "ketentuan yang khusus mengalahkan yang umum, dan {by} hanya berlaku bagi sebagian dari yang dicakup "
        "ketentuan ini (asas lex specialis)."
    ),
    Principle.LATER: (
        "ketentuan yang lebih baru mengalahkan yang lama, dan {by} berlaku {since} (asas lex posterior)."
    ),
}
_HOLDERS = {
    Holder.FACT: "Pemegangnya: keadaan orang atau tempatnya sendiri",
    Holder.TEXT: "Yang melakukannya: Bagian Hukum, dengan membaca naskahnya",
    Holder.REGION: "Pemegangnya: daerah sendiri, lewat peraturannya",
    Holder.AGREEMENT: "Pemegangnya: daerah bersama BPJS Ketenagakerjaan, lewat kesepakatan",
    Holder.NATION: "Pemegangnya: pembentuk peraturan nasional; daerah tidak dapat mengubahnya sendiri",
}
_NEAREST = tuple(_HOLDERS)
_UNSURE = "Hari mulai atau berakhirnya belum diketahui ({}), jadi belum pasti berlaku pada masa ini."
_COLUMNS = 2
_SHOWN = 5
_IN_FORCE, _CARRIED = "Versi: dipakai yang berlaku pada masa ini", "Versi lain yang tercatat"
_OPEN_CELLS = " / "


def explain(rulebook: Rulebook, chain: Chain) -> str:
    """One answer of one period, walked back to its provisions."""
    return "\n\n".join(_Explanation(rulebook, chain).parts()) + "\n"


class _Explanation:
    def __init__(self, rulebook: Rulebook, chain: Chain) -> None:
        self._book = rulebook
        self._chain = chain
        self._finding = chain.finding
        self._told: dict[str, int] = {}

    def parts(self) -> Iterator[str]:
        """The parts that have something to say, in the order one reads them."""
        period = self._chain.period
        span = long_date(period.start) if period.start == period.end else period.label
        yield heading(f"{self._title()}, {span}")
        yield self._answer()
        if self._finding.missing:
            asks = (self._book.facts[fact].ask for fact in self._finding.missing)
            yield "Perlu diketahui dahulu\n" + bullets(asks)
        if self._finding.sides:
            sides = (f"Bila {self._cell(side.cells)}, jawabannya: {side.answer.label}." for side in self._finding.sides)
            yield "Jawaban menurut kemungkinannya\n" + bullets(sides)
        yield self._grounds()
        for title, lines in (
            ("Ketentuan yang juga mengatur, tetapi kalah", self._defeated()),
            (_CARRIED if self._finding.assumed else _IN_FORCE, self._versions()),
            ("Yang belum terbaca atau belum pasti berlaku, dan di mana memeriksanya", self._unread()),
        ):
            if told := list(lines):
                yield f"{title}\n{bullets(told)}"
        yield from self._readings()
        yield from self._instructions()
        yield from self._remedies()
        notes = [note for note in self._book.practices if note.category == self._chain.query.category]
        if notes:
            told = [f"{note.text} [{note.evidence.label}]" for note in notes[:_SHOWN]]
            told += [f"dan {len(notes) - _SHOWN} lainnya: lihat regpol check"] if len(notes) > _SHOWN else []
            yield "Praktik di daerah lain (hanya catatan: bukan aturan, dan tidak ikut menentukan jawaban)\n" + bullets(
                told
            )

    def _title(self) -> str:
        finding = self._finding
        named = finding.object and finding.question is not Question.MEMBERSHIP
        name = self._book.term(finding.question.vocabulary, finding.object).short if named else ""
        programme = f"{self._book.term('program', finding.programme).short} dari " if finding.programme else ""
        about = f"{finding.question} {programme}{name}".strip()
        return f"{about[:1].upper()}{about[1:]} bagi {as_said(self._book.categories[self._chain.query.category].name)}"

    def _answer(self) -> str:
        finding, segment = self._finding, self._chain.answer.segment
        lines = [f"Jawaban: {finding.answer.label}.", answer_sentence(self._book, self._chain)]
        lines += [what_it_means(finding.answer)] if what_it_means(finding.answer) else []
        if finding.object and self._book.term(finding.question.vocabulary, finding.object).umbrella:
            lines.append("Ini tentang skemanya sebagai keseluruhan; tiap program dijawab sendiri dengan --programme.")
        if finding.question is Question.SEGMENT and segment.chosen:
            name = self._book.term("segmen", segment.value).short
            lines.append(f"Hukum membiarkannya terbuka; kebijakan daerah memilih segmen {name}.")
        if finding.assumed:
            lines += [f"ASUMSI: {text}." for text in finding.assumed]
        if known := self._known():
            lines.append(f"Dijawab untuk keadaan ini — {'; '.join(known)}.")
        return "\n".join(textwrap.fill(line, WIDTH) for line in lines)

    def _known(self) -> list[str]:
        """What was told of the case and what the segment is, as far as the question reads it."""
        segments = self._chain.answer.segment.candidates
        named = series([self._book.term("segmen", code).short for code in segments], "atau")
        known = []
        for fact, cell in self._chain.cells.items():
            asked = self._book.facts[fact]
            if asked.question is Question.SEGMENT:
                known.append(f"{as_said(asked.name)}: {named}")
            elif fact in self._chain.query.facts:
                value = self._chain.query.facts[fact]
                said = dict(zip(asked.options, asked.names, strict=True)).get(str(value), cell)
                known.append(f"{as_said(asked.name)}: {self._cell(said)}")
        return known

    def _cell(self, words: str) -> str:
        """Cells in words: codes of segments by their abbreviation, no code with an underscore."""
        segments = self._book.vocabulary["segmen"]
        return " ".join(segments[word].short if word in segments else word for word in words.split()).replace("_", " ")

    def _only_if(self, rule: Rule) -> list[str]:
        """The cells of facts that are still open in which alone a rule speaks."""
        conditions = []
        for fact, cell in self._chain.cells.items():
            tests = [[it for it in condition if it.fact == fact] for condition in rule.conditions]
            if _OPEN_CELLS not in cell or not all(tests):
                continue
            names = dict(zip(self._book.facts[fact].options, self._book.facts[fact].names, strict=True))
            codes = {code for found in tests for it in found if isinstance(it, Among) for code in it.codes}
            said = [names[code] for code in self._book.facts[fact].options if code in codes]
            if said and any(part not in said for part in cell.split(_OPEN_CELLS)):
                named = self._cell(series(said, "atau"))
                conditions.append(f"{as_said(self._book.facts[fact].name)}: {named}")
        return conditions

    def _read(self, rule: Rule) -> list[str]:
        """What a silence rests on; a text read in part is said to be, for the answer may stand in the rest."""
        whole = {it.name for it in self._book.regulations.values() if it.reading == "lengkap"}
        return [name if name in whole else f"{name} (sebagian)" for name in rule.read]

    def _grounds(self) -> str:
        told = [self._ground(number, ground) for number, ground in enumerate(self._finding.grounds, 1)]
        return "\n\n".join(["Mengapa", *told])

    def _ground(self, number: int, ground: Ground) -> str:
        rule, provision = ground.rule, ground.rule.provision
        if provision is None:
            said = f"{number}. Dinyatakan tidak diatur, setelah membaca {series(self._read(rule))}."
            room = [f"Ruang bagi daerah untuk mengaturnya: {rule.room}."] if rule.room else []
            note = [f"Catatan: {rule.note}"] if rule.note else []
            return "\n".join(
                [textwrap.fill(said, WIDTH, subsequent_indent="   "), *_indented([*room, *note, f"Kaidah: {rule.id}"])]
            )
        about = self._finding.object
        first = self._told.setdefault(provision.id, number)
        gist = provision.gist if first == number else f"seperti nomor {first}; ketentuannya sama."
        lines = [f"Isi: {gist}", f"Norma: {norm_words(self._book, rule, about)}."]
        if only := self._only_if(rule):
            lines.append(f"Hanya bila {'; '.join(only)}.")
        lines += [f"Tafsir: {rule.reading.by}."] if rule.reading else []
        lines += [] if provision.regulation.national else [f"Peraturan daerah: lingkup {provision.regulation.scope}."]
        lines += ["ASUMSI: dibawa dari tahun lain; bukan hukum tahun ini."] if rule.assumed else []
        lines += [f"Berlaku: {rule.own_validity.label}. Bukti: {_evidence(provision)}"]
        lines += [f"Catatan: {rule.note}"] if rule.note else []
        lines += [f"Kaidah: {rule.id}"]
        sources = _sources(provision) if first == number else []
        return "\n".join([f"{number}. {_cited(rule)}", *_indented(lines), *sources])

    def _defeated(self) -> Iterator[str]:
        for ground in self._finding.grounds:
            for defeat in ground.defeated:
                gist = f" ({defeat.rule.provision.gist})" if defeat.rule.provision else ""
                yield f"{_cited(defeat.rule)}{gist} kalah: {_why_it_fell(self._book, defeat)}"

    def _versions(self) -> Iterator[str]:
        used = dict.fromkeys(ground.rule.provision for ground in self._finding.grounds if ground.kind == "norm")
        for provision in used:
            if provision and provision.citation.amends:
                begins = provision.regulation.validity.label
                yield (
                    f"{provision.citation.amends} dibaca sesudah diubah {provision.regulation.name}, yang berlaku "
                    f"{begins}."
                )
        others = (
            ("Sebelumnya", "lebih lama", self._chain.earlier),
            ("Sesudahnya", "lebih baru", self._chain.later),
        )
        for title, further, rules in others:
            if rules:
                first = rules[0]
                said = norm_words(self._book, first, self._finding.object)
                more = f" Ada {len(rules) - 1} versi yang {further} lagi." if len(rules) > 1 else ""
                yield f"{title} ({first.validity.label}): {_cited(first)}. {said}.{more}"

    def _unread(self) -> Iterator[str]:
        told: dict[Regulation, str] = {}
        for ground in (*self._finding.grounds, *self._finding.instructed):
            provision = ground.rule.provision
            if provision and ground.kind == "unread":
                open_day = ground.force is Force.UNCERTAIN and ground.rule.norm.modality is not Modality.UNREAD
                told[provision.regulation] = _UNSURE.format(ground.rule.validity.label) if open_day else ""
        for regulation, why in told.items():
            yield _where_to_read(regulation, why)

    def _other_funds(self) -> Iterator[str]:
        """Where a fund is not open, those that are, for the same programme."""
        finding = self._finding
        if finding.question is not Question.FUNDING or finding.answer.positive:
            return
        others = [it for it in self._chain.answer.funding if it.programme == finding.programme]
        named: dict[Answer, list[str]] = {}
        for other in others:
            if other.answer.positive:
                named.setdefault(other.answer, []).append(as_said(self._book.term("dana", other.object).name))
        short = self._book.term("program", finding.programme).short
        told = [f"{series(names)} ({answer.label})" for answer, names in sorted(named.items(), reverse=True)]
        if told:
            yield bullets([f"Sumber dana lain yang pasti untuk {short} pada masa ini: {'; '.join(told)}."])
        else:
            still = sum(other.answer.open for other in others)
            yield bullets([f"Belum ada sumber dana yang pasti boleh membayar {short}; {still} masih terbuka."])

    def _readings(self) -> Iterator[str]:
        """Readings that stand against each other, beside each other."""
        rival = [ground.rule for ground in self._finding.grounds if ground.rule.reading]
        if len(rival) < _COLUMNS:
            return
        half = (WIDTH - 4) // _COLUMNS
        pairs = [rival[at : at + _COLUMNS] for at in range(0, len(rival), _COLUMNS)]
        rows: list[tuple[str, str]] = []
        for pair in pairs:
            rows += [("", "")] if rows else []
            cells = [f"{norm_words(self._book, rule, self._finding.object)}.\n{_by(rule)}" for rule in pair]
            rows.append((cells[0], cells[1] if len(cells) > 1 else ""))
        yield "Pembacaan yang berhadapan\n" + columns(rows, (half, half))

    def _instructions(self) -> Iterator[str]:
        if not self._finding.instructed:
            return
        self._told.clear()
        title = "Instruksi dan surat edaran (hanya mengikat pejabat yang dituju; tidak memberi hak dan tidak memutus)"
        told = [self._ground(number, ground) for number, ground in enumerate(self._finding.instructed, 1)]
        yield "\n\n".join([title, *told])

    def _remedies(self) -> Iterator[str]:
        turns = sorted(self._chain.turns, key=lambda turn: _NEAREST.index(turn.holder))
        told = [bullets([f"{_sentence(turn)} {_HOLDERS[turn.holder]}."]) for turn in turns]
        if told:
            yield "\n".join(["Apa yang dapat mengubah jawaban ini, dari yang terdekat", *told, *self._other_funds()])


def _sentence(turn: Remedy) -> str:
    text = f"{turn.change[:1].upper()}{turn.change[1:]}"
    return text if text.endswith("?") else f"{text}."


def _by(rule: Rule) -> str:
    return f"Tafsir: {rule.reading.by}." if rule.reading else ""


def _cited(rule: Rule) -> str:
    if rule.provision is None:
        return f"pernyataan diam {rule.id}"
    citation = rule.provision.citation
    if citation.pinpoint != UNVERIFIED:
        return str(citation)
    return f"{replace(citation, pinpoint='')} (letak {UNVERIFIED})"


def _evidence(provision: Provision) -> str:
    told = f"{provision.evidence.label} ({GRADES[provision.evidence]})"
    unplaced = provision.citation.pinpoint == UNVERIFIED
    return told + ("; nomor pasal atau halamannya belum diperiksa." if unplaced else ".")


def _sources(provision: Provision) -> list[str]:
    openable = [source for source in provision.sources if source.address]
    if provision.sources and not openable:
        return ["   Sumber: tidak dapat dibuka pembaca"]
    return [f"   Sumber: {source.name} <{source.address}>" for source in openable]


def _why_it_fell(rulebook: Rulebook, defeat: Defeat) -> str:
    kinds = [rule.provision.regulation.kind if rule.provision else "" for rule in (defeat.by, defeat.rule)]
    high, low = (rulebook.ladder.names.get(kind, kind) for kind in kinds)
    return _FALLEN[defeat.principle].format(by=_cited(defeat.by), high=high, low=low, since=defeat.by.validity.label)


def _where_to_read(regulation: Regulation, why: str) -> str:
    """What to ask for, and where it is kept."""
    about = f" tentang {regulation.about}" if regulation.about else ""
    named = (
        f"{regulation.name}{about}, ditetapkan {regulation.issuer}."
        if regulation.issuer
        else f"{regulation.name}{about}."
    )
    official = regulation.official
    if official is None:
        kept = "Minta naskah lengkap dengan lampirannya pada jaringan dokumentasi hukum (JDIH) penerbitnya."
    else:
        seek = f" Cari: {official.seek}." if official.seek else ""
        address = f" <{official.address}>" if official.address else ""
        kept = f"Naskah resminya pada {official.keeper}{address}.{seek}"
    note = f" {regulation.note}" if regulation.note else ""
    return " ".join(filter(None, (named, why, kept + note)))


def _indented(lines: Iterable[str]) -> list[str]:
    return [
        wrapped
        for line in lines
        for wrapped in textwrap.wrap(line, WIDTH, initial_indent="   ", subsequent_indent="     ")
    ]
