"""What a rule says, as one plain sentence: who is bound, what about, and to what.

The words of modality ("wajib", "di_luar") belong to the rule files; here they become sentences for
people who write budgets, not rules.
"""

from regpol.law.model import Modality, Question, Rule, Rulebook
from regpol.terms.language import series

_ACTS = {
    Question.MEMBERSHIP: "menjadi",
    Question.PROGRAMME: "ikut",
    Question.FUNDING: "membayar iuran ini dari",
    Question.DUTY: "",
    Question.DOCUMENT: "menyerahkan",
}
_MATTERS = {
    Question.MEMBERSHIP: "siapa yang menjadi",
    Question.SEGMENT: "siapa yang termasuk segmen",
    Question.PROGRAMME: "siapa yang ikut",
    Question.FUNDING: "pembayaran dari",
    Question.DUTY: "kewajiban",
    Question.DOCUMENT: "dokumen",
}
_CIRCLES = {Question.SEGMENT: "segmen", Question.PROGRAMME: "peserta"}
_MODES = {
    Modality.REQUIRED: "wajib",
    Modality.ENTITLED: "berhak",
    Modality.ALLOWED: "boleh",
    Modality.EMPOWERED: "berwenang",
    Modality.FORBIDDEN: "dilarang",
}
_THEMSELVES = "pekerja"


def norm_words(rulebook: Rulebook, rule: Rule, about: str = "") -> str:
    """The sentence; ``about`` narrows it to one of the objects the rule names."""
    names = named_objects(rulebook, rule, about)
    mode = rule.norm.modality
    if mode is Modality.SILENT:
        return f"Naskah yang dibaca tidak mengatur {names}"
    if mode is Modality.UNREAD:
        return f"Naskah ini mengatur {_MATTERS[rule.question]} {names}, tetapi isinya belum terbaca"
    if mode in {Modality.CLASSIFIED, Modality.EXCLUDED}:
        return _circle(rule, names)
    bearer = rulebook.term("pihak", rule.norm.bearer).name
    if rule.instructing:
        return f"{bearer} {_instructed(mode)} {_act(rule, names)}"
    if mode is Modality.ENTITLED and rule.question is Question.PROGRAMME:
        return f"{bearer} berhak atas {names}"
    return f"{bearer} {_MODES[mode]} {_act(rule, names)}"


def named_objects(rulebook: Rulebook, rule: Rule, about: str = "") -> str:
    """The objects of a rule in words."""
    chosen = [about] if about in rule.norm.objects else list(rule.norm.objects)
    vocabulary = rule.question.vocabulary
    if rule.question in {Question.PROGRAMME, Question.FUNDING}:
        terms = [rulebook.term(vocabulary, name) for name in chosen]
        return series([as_said(term.name if term.umbrella else term.short) for term in terms])
    return series([as_said(rulebook.term(vocabulary, name).name) for name in chosen])


def as_said(name: str) -> str:
    """A name inside a sentence: small at the front, unless it is an abbreviation or a proper name.

    >>> as_said("Ketua RT"), as_said("APBD provinsi"), as_said("Dana Desa")
    ('ketua RT', 'APBD provinsi', 'Dana Desa')
    """
    proper = " " in name and name.istitle()
    return name if name[1:2].isupper() or proper else name[:1].lower() + name[1:]


def _instructed(mode: Modality) -> str:
    if mode in {Modality.ALLOWED, Modality.EMPOWERED, Modality.ENTITLED}:
        return "menurut instruksi ini boleh"
    return "diinstruksikan tidak" if mode is Modality.FORBIDDEN else "diinstruksikan"


def _act(rule: Rule, names: str) -> str:
    if rule.question is Question.PROGRAMME and rule.norm.bearer != _THEMSELVES:
        return f"mengikutsertakan pekerjanya dalam {names}"
    if rule.question is Question.DUTY:
        return names
    return f"{_ACTS[rule.question]} {names}"


def _circle(rule: Rule, names: str) -> str:
    """A norm that draws a circle: who or what stands inside it, or outside."""
    inside = rule.norm.modality is Modality.CLASSIFIED
    elsewhere = f"; menurut norma itu tempatnya: {rule.norm.scheme}" if rule.norm.scheme else ""
    if rule.question is Question.FUNDING:
        verb = "adalah" if inside else "bukan"
        return f"{names} {verb} sumber dana untuk iuran ini{elsewhere}"
    what = f"{_CIRCLES.get(rule.question, '')} {names}".strip()
    return f"Pekerja ini {'termasuk' if inside else 'tidak termasuk'} {what}{elsewhere}"
