"""The answer as one plain sentence: who, what, where, when; and what an open answer does not mean."""

from datetime import date

from regpol.decision.chain import Chain
from regpol.law.model import Question, Rulebook
from regpol.project.region import find
from regpol.reports.norm_words import as_said
from regpol.terms.answer import Answer
from regpol.terms.dates import Period, long_date
from regpol.terms.language import series

_PROGRAMME = {
    Answer.REQUIRED: "{who} wajib ikut {what}",
    Answer.ENTITLED: "{who} berhak atas {what}",
    Answer.ALLOWED: "{who} boleh ikut {what}, dan tidak diwajibkan",
    Answer.FORBIDDEN: "{who} dilarang ikut {what}",
    Answer.EXCLUDED: "{who} tidak termasuk peserta {what} pada BPJS Ketenagakerjaan",
}
_FUNDING = {
    Answer.REQUIRED: "iuran {programme} bagi {who} wajib dibayar dari {what}",
    Answer.ENTITLED: "iuran {programme} bagi {who} berhak dibayar dari {what}",
    Answer.ALLOWED: "iuran {programme} bagi {who} boleh dibayar dari {what}, dan tidak diwajibkan",
    Answer.FORBIDDEN: "iuran {programme} bagi {who} dilarang dibayar dari {what}",
    Answer.EXCLUDED: "{what} bukan sumber dana untuk iuran {programme} bagi {who}",
}
_MEMBERSHIP = {
    Answer.REQUIRED: "{who} wajib menjadi {what}",
    Answer.ENTITLED: "{who} berhak menjadi {what}",
    Answer.ALLOWED: "{who} boleh menjadi {what}, dan tidak diwajibkan",
    Answer.FORBIDDEN: "{who} dilarang menjadi {what}",
    Answer.EXCLUDED: "{who} tidak termasuk {what}",
}
_SEGMENT = dict.fromkeys((Answer.REQUIRED, Answer.ENTITLED, Answer.ALLOWED), "{who} termasuk segmen {what}") | {
    Answer.FORBIDDEN: "{who} dilarang masuk segmen {what}",
    Answer.EXCLUDED: "{who} tidak termasuk segmen {what}",
}
_DECIDED = {
    Question.PROGRAMME: _PROGRAMME,
    Question.FUNDING: _FUNDING,
    Question.MEMBERSHIP: _MEMBERSHIP,
    Question.SEGMENT: _SEGMENT,
}
_WHETHER = {
    Question.PROGRAMME: "apakah {who} wajib, berhak, atau boleh ikut {what}",
    Question.FUNDING: "apakah iuran {programme} bagi {who} boleh dibayar dari {what}",
    Question.MEMBERSHIP: "apakah {who} wajib menjadi {what}",
    Question.SEGMENT: "apakah {who} termasuk segmen {what}",
}
_OPEN = {
    Answer.UNSETTLED: "belum pasti {whether}",
    Answer.UNKNOWN: "belum dapat dijawab {whether}",
    Answer.UNREAD: "belum dapat dijawab {whether}",
    Answer.NOT_IN_FORCE: "tidak ada norma yang berlaku tentang {whether}",
    Answer.SILENT: "peraturan yang dibaca tidak mengatur {whether}",
}
_MEANS = {
    Answer.UNSETTLED: (
        "Ketentuan, atau cara membacanya, saling bertentangan, dan tidak ada urutan yang memilih salah satunya."
    ),
    Answer.UNKNOWN: "Jawabannya bergantung pada keterangan yang belum diberikan.",
    Answer.UNREAD: (
        "Ada naskah yang mengaturnya, tetapi isinya, atau hari mulai berlakunya, belum terbaca. Sebelum dibaca, "
        "jawabannya bukan “boleh” dan bukan “dilarang”."
    ),
    Answer.NOT_IN_FORCE: "Normanya ada, tetapi baru berlaku sesudahnya atau sudah berakhir sebelumnya.",
    Answer.SILENT: "Diam bukan izin dan bukan larangan.",
    Answer.EXCLUDED: (
        "Di luar lingkup tidak sama dengan dilarang: ketentuannya menyebut apa yang termasuk, dan yang ditanyakan ini "
        "tidak termasuk."
    ),
}


def answer_sentence(rulebook: Rulebook, chain: Chain) -> str:
    """Who, what, where and when, in one sentence."""
    finding = chain.finding
    who = as_said(rulebook.categories[chain.query.category].name)
    words = {
        "who": f"{who} di {find(chain.query.region).name}",
        "what": _what(rulebook, chain),
        "programme": rulebook.term("program", finding.programme).short if finding.programme else "",
    }
    template = _DECIDED[finding.question].get(finding.answer)
    if template is None:
        whether = _WHETHER[finding.question].format(**words)
        template = _OPEN[finding.answer].format(whether=whether)
    said = template.format(**words)
    return f"{when(chain.period)}, {said}."


def what_it_means(answer: Answer) -> str:
    """What an answer that decides nothing, or draws a circle, does not mean; empty for the others."""
    return _MEANS.get(answer, "")


def when(period: Period) -> str:
    """The period as a sentence begins with it.

    >>> when(Period(date(2025, 1, 1), date(2025, 12, 31))), when(Period(date(2024, 4, 25), date(2024, 4, 25)))
    ('Sepanjang tahun 2025', 'Pada 25 April 2024')
    """
    if period.start == period.end:
        return f"Pada {long_date(period.start)}"
    if (period.start, period.end) == (date(period.start.year, 1, 1), date(period.start.year, 12, 31)):
        return f"Sepanjang tahun {period.start.year}"
    return f"Dari {long_date(period.start)} sampai {long_date(period.end)}"


def _what(rulebook: Rulebook, chain: Chain) -> str:
    finding, segment = chain.finding, chain.answer.segment
    if finding.question is Question.SEGMENT:
        names = [_named(rulebook, "segmen", code) for code in segment.candidates]
        settled = segment.value and not segment.chosen
        return _named(rulebook, "segmen", segment.value) if settled else series(names, "atau")
    return _named(rulebook, finding.question.vocabulary, finding.object)


def _named(rulebook: Rulebook, vocabulary: str, code: str) -> str:
    """A name with its abbreviation behind it."""
    term = rulebook.term(vocabulary, code)
    name = as_said(term.name)
    abbreviated = term.short.isupper() and term.short != term.name
    return f"{name} ({term.short})" if abbreviated else name
