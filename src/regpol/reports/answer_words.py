"""What each answer means, and the short mark of it where a whole sentence has no room."""

from regpol.terms.answer import Answer, Evidence

MEANING = {
    Answer.REQUIRED: "norma yang berlaku mewajibkan",
    Answer.ENTITLED: "norma yang berlaku memberi hak",
    Answer.ALLOWED: "norma yang berlaku membolehkan",
    Answer.FORBIDDEN: "norma yang berlaku melarang",
    Answer.EXCLUDED: "norma yang berlaku menempatkannya di luar lingkup",
    Answer.UNSETTLED: "norma atau tafsir berbeda dan belum ada yang menentukan",
    Answer.UNKNOWN: "bergantung pada keterangan orang yang belum diketahui",
    Answer.UNREAD: "ada peraturan yang mengaturnya, tetapi naskahnya belum terbaca",
    Answer.NOT_IN_FORCE: "normanya ada, tetapi tidak berlaku pada waktu ini",
    Answer.SILENT: "peraturan yang dibaca tidak mengaturnya",
}
MARKS = {
    Answer.REQUIRED: "WAJIB",
    Answer.ENTITLED: "BERHAK",
    Answer.ALLOWED: "BOLEH",
    Answer.FORBIDDEN: "DILARANG",
    Answer.EXCLUDED: "luar",
    Answer.UNSETTLED: "beda?",
    Answer.UNKNOWN: "fakta?",
    Answer.UNREAD: "baca?",
    Answer.NOT_IN_FORCE: "waktu?",
    Answer.SILENT: "diam",
}
GRADES = {
    Evidence.OFFICIAL: "dibaca pada penerbitnya",
    Evidence.MIRROR: "dibaca pada salinan naskah yang dapat dibaca mesin",
    Evidence.SECONDARY: "dikutip pihak lain; naskahnya tidak dibaca",
    Evidence.UNVERIFIED: "keterangan lemah, perlu dicari naskahnya",
    Evidence.NOT_FOUND: "sudah dicari",
}
BELOW_MIRROR, BELOW_OFFICIAL = "*", "°"
ASSUMED = "~"
"""The mark of an answer carried from another year: no law of the year asked about."""


def weakness(answer: Answer, evidence: Evidence) -> str:
    """The mark of an answer that rests on less than an official text.

    What only says that a text is silent, unread or a fact missing stands out by itself.
    """
    if answer in {Answer.SILENT, Answer.UNREAD, Answer.UNKNOWN} or evidence is Evidence.OFFICIAL:
        return ""
    return BELOW_OFFICIAL if evidence is Evidence.MIRROR else BELOW_MIRROR
