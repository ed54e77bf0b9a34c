"""Every error names the template's own line, also behind loops and inside includes, and all come at once."""

import pytest
from naskah_cases import FIRST, draft_of, refusal_of, told
from sample_brief import BRIEF

from regpol.documents.naskah import render
from regpol.terms.problems import Refused, catalogue

LOOP = """{% for c in brief.categories %}
{% for p in c.programmes %}
{# catatan
   dua baris #}
{% endfor %}
{% endfor %}
"""
OFFSET = FIRST + LOOP.count("\n")

STRUCTURE = [
    ("DOC03", 1, "Pasal\nLihat ~@tidakada.\n"),
    ("DOC04", 1, "Pasal\nLihat ~@jht.\n{% if brief.has('jht') %}\nPasal #jht\nIsi.\n{% endif %}\n"),
    ("DOC05", 2, "Pasal #sama\nIsi.\nPasal #sama\nIsi.\n"),
    ("DOC06", 0, "Kalimat tanpa wadah.\nPasal\nIsi.\n"),
    ("DOC06", 1, "BAB SATU\nKalimat tanpa pasal.\nPasal\nIsi.\n"),
    ("DOC08", 2, "Pasal\n(1) Isinya: [dan]\na) lompat\na) lompat\n"),
    ("DOC08", 1, "BAB SATU\nParagraf Lompat\nPasal\nIsi.\n"),
    ("DOC09", 1, "Pasal\nIsi. ^[iuran:tengat]\n"),
    ("DOC10", 1, "Pasal\nIsinya:\na. satu\na. dua\n"),
    ("DOC11", 1, "Pasal\nIsinya: [dan]\n"),
    ("DOC15", 2, "Pasal\n(1) Tabel:\n| A | B |\n| 1 |\n"),
    ("DOC16", 1, "Pasal\nIsinya [dan]\na. satu\na. dua\n"),
    ("DOC19", 0, "BAB KOSONG\n"),
    ("DOC19", 1, "Pasal\n(1)\n"),
]


@pytest.mark.parametrize(("code", "below", "body"), STRUCTURE)
def test_structure_is_told_by_line(tmp_path, code, below, body):
    problems = refusal_of(tmp_path, LOOP + body)
    lines = {"DOC15": below + 1}
    assert (code, f"uji.naskah.j2:{OFFSET + lines.get(code, below)}") in [told(problem) for problem in problems]


def test_a_misspelt_head_and_part_are_told(tmp_path):
    problems = refusal_of(tmp_path, "Pasal\nIsi.\nPenutpu:\n")
    assert told(problems[0]) == ("DOC07", f"uji.naskah.j2:{FIRST + 2}")
    assert "Penutup:" in problems[0].sentences[0]


def test_a_missing_part_is_told(tmp_path):
    (tmp_path / "uji.naskah.j2").write_text("Naskah: peraturan\nJenis: Peraturan\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        render.draft("uji.naskah.j2", BRIEF, tmp_path)
    missing = {getattr(problem, "part", "") for problem in refused.value.problems}
    assert {"kepala “Tentang:”", "bagian “Menimbang:”", "bagian “Penutup:”"} <= missing


def test_all_faults_of_structure_come_at_once(tmp_path):
    body = "Pasal #x\n(1) Lihat @y. ^[salah]\n(1) Isinya:\na. satu\na. dua\nPasal #x\nIsi.\n"
    assert [problem.code for problem in refusal_of(tmp_path, body)] == ["DOC03", "DOC09", "DOC10", "DOC05"]


def test_the_line_inside_an_include(tmp_path):
    problems = refusal_of(tmp_path, 'Pasal\n{% include "klausul.naskah.j2" %}\n', klausul="(1) Baik.\n(1) Lihat @y.\n")
    assert told(problems[0]) == ("DOC03", "klausul.naskah.j2:2")


def test_unknown_names_with_what_could_be_meant(tmp_path):
    problems = refusal_of(tmp_path, "Pasal\n{{ breif.region.name }} dan {{ berita }}.\n")
    assert [told(problem) for problem in problems] == [("DOC01", f"uji.naskah.j2:{FIRST + 1}")] * 2
    (problem,) = refusal_of(tmp_path, "Pasal\nIsi {{ brief.region.nama }}.\n")
    assert told(problem) == ("DOC01", f"uji.naskah.j2:{FIRST + 1}")
    assert "“name”" in problem.sentences[0]


def test_an_unknown_name_inside_an_include(tmp_path):
    (problem,) = refusal_of(tmp_path, '{% include "klausul.naskah.j2" %}', klausul="Pasal\n\n{{ brief.tidakada }}\n")
    assert told(problem) == ("DOC01", "klausul.naskah.j2:3")


def test_syntax_of_every_template_at_once(tmp_path):
    body = 'Pasal\n{% if brief.year %}\n{% include "klausul.naskah.j2" %}\n{% endif %}\n{{ brief.year }\n'
    (first,) = refusal_of(tmp_path, body, klausul="Pasal\n{% endfr %}\n")
    assert told(first)[0] == "DOC02"
    ok = 'Pasal\n{% include "klausul.naskah.j2" %}\n{% include "hilang.naskah.j2" %}\n'
    problems = refusal_of(tmp_path, ok, klausul="Pasal\n{% endfr %}\n")
    assert {told(problem)[0] for problem in problems} == {"DOC02", "DOC13"}
    assert ("DOC02", "klausul.naskah.j2:2") in [told(problem) for problem in problems]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ brief.region.name.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ brief.bases.append(1) }}",
        "{{ 'abc'|rupiah }}",
        "{{ range(10**9) }}",
    ],
)
def test_a_template_that_reaches_out_is_refused(tmp_path, attack):
    (problem, *_) = refusal_of(tmp_path, f"Pasal\n{attack}\n")
    assert told(problem)[1] == f"uji.naskah.j2:{FIRST + 1}"
    assert problem.code in {"DOC01", "DOC14"}


def test_a_template_that_is_not_there():
    from naskah_cases import TEMPLATES

    with pytest.raises(Refused) as refused:
        render.draft("perwal.naskah.j2", BRIEF, TEMPLATES)
    assert "perkada.naskah.j2" in str(refused.value)


def test_a_basis_nobody_collected_marks_the_clause(tmp_path):
    draft = draft_of(tmp_path, "Pasal\nIsi. ^[iuran:restitusi]\n")
    (basis,) = draft.body[0].bases
    assert not basis.citation
    assert draft.body[0].doubtful
    assert [warning.code for warning in draft.warnings] == ["DOC20"]


def test_every_problem_has_its_page():
    pages = [cls for code, cls in catalogue().items() if code.startswith("DOC")]
    assert len(pages) >= 20
    for cls in pages:
        assert all(word in (cls.__doc__ or "") for word in ("Yang diperiksa", "Mengapa", "Contoh", "Sebaiknya")), cls
