"""Questions that cannot be answered: each refused with a code, what was found, what was expected, what to do."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from regpol_command import MATARAM, Regpol, Run

RT = "check --category ketua_rt --region 52.71 --year 2025"
WHY = "why --category ketua_rt --region 52.71 --year 2025"

# command line, code, words of the message
QUESTIONS = [
    ("check --category ketua_erte --region 52.71 --year 2025", "CMD01", "(maksudnya “ketua_rt” atau “ketua_rw”?)"),
    ("check --category ketua_rt --region 99.99 --year 2025", "REG10", "“99.99” tidak ada dalam tabel"),
    ("check --category ketua_rt --region mataram --year 2025", "REG10", "52.71 Kota Mataram"),
    ("check --category ketua_rt --region 52.71 --year 2035", "CMD03", "tidak ada pedoman APBD tahun 2035"),
    ("check --category ketua_rt --region 52.71 --year 2035", "CMD03", "--assume"),
    ("check --category ketua_rt --region 52.71 --year 99999 --assume", "CMD03", "tahun 99999"),
    ("check --category kepala_desa --region 52.71 --year 2025", "CMD11", "wilayah dengan bentuk unit desa"),
    (f"{RT} --date 2024-12-31", "CMD04", "misalnya 2025-06-30"),
    (f"{RT} --date 2025-02-30", "CMD02", "“2025-02-30”"),
    (f"{RT} --fact usia=tua", "CMD02", "bilangan bulat, misalnya 47"),
    (f"{RT} --fact usia", "CMD02", "Berapa usia orang ini?"),
    (f"{RT} --fact usia=-1", "CMD02", "“-1”"),
    (f"{RT} --fact peserta_lain=mungkin", "CMD02", "salah satu dari tidak, pu, bpu"),
    (f"{RT} --fact usiaa=40", "CMD01", "(maksudnya “usia”?)"),
    (f"{RT} --fact segmen=pu", "CMD01", "fakta “segmen”"),
    (f"{RT} --fact bentuk_unit=desa", "CMD02", "yang sesuai dengan wilayah 52.71, misalnya kelurahan"),
    (f"{RT} --policy tidak-ada.yaml", "LAW15", "tidak-ada.yaml"),
    (f"{RT} --rules tidak-ada", "CMD10", "folder tidak-ada tidak ada"),
    (f"{RT} --regional tidak-ada", "CMD10", "folder tidak-ada tidak ada"),
    (f"{RT} --jsn", "CMD01", "(maksudnya “--json”?)"),
    (f"{RT} --year dua", "CMD10", "--year = “dua”"),
    (f"{RT} lagi", "CMD10", "kata yang tidak diperkirakan: lagi"),
    ("check --region 52.71 --year 2025", "CMD10", "--category belum diisi"),
    (WHY, "CMD10", "--programme, --fund, --segment, atau --membership"),
    (f"{WHY} --programme jk", "CMD01", "program “jk”"),
    (f"{WHY} --fund apbd", "CMD01", "dana “apbd”"),
    ("matrix --region 52.71 --year 2025 --format pdf", "CMD10", "salah satu dari table, csv"),
    ("matrix --region 99 --year 2025", "REG10", "“99”"),
    ("matrix --region 52.71 --year 2025 --format xlsx", "CMD10", "-o dengan nama berkas"),
    ("matrix --region 52.71 --year 2025 --category ketua_erte", "CMD01", "maksudnya “ketua_rt”"),
    ("matrix --region 52.71 --year 2025 --programme jk", "CMD01", "program “jk”"),
    ("matrix --region 52.71 --year 2025 --fund apbd", "CMD01", "dana “apbd”"),
    ("matrix --region 52.71 --year 2025 --category kepala_desa", "CMD11", "Kepala desa; untuk Kota Mataram"),
    ("matrix --region 52.71 --year 2019", "CMD03", "tahun 2019"),
    ("diff --from 2025 --to 2025", "CMD20", "sama-sama “2025”"),
    ("diff --from 2024 --to 2024-12-31", "CMD20", "sama-sama “2024”"),
    ("diff --from 2024 --to kemarin", "CMD21", "--to “kemarin”"),
    ("diff --from 2024 --to .", "CMD21", "sisi lainnya sebuah waktu"),
    ("diff --from 2024 --to 2031", "CMD03", "tahun 2031"),
    ("diff --from 2024 --to 2025 --region 99", "REG10", "“99”"),
    ("diff --from 2024 --to 2025 --region 52.71 --category ketua_erte", "CMD01", "maksudnya “ketua_rt”"),
    ("diff --from 2024 --to 2025 --category ketua_rt", "CMD10", "--region KODE"),
    ("diff --from 2024 --to 2025 --year 2025", "CMD10", "--year dipakai bersama dua waktu"),
    ("schema cek", "CMD01", "skema “cek”"),
    ("schema --write tidak-ada", "CMD06", "folder “tidak-ada”"),
    ("explain ABC99", "CMD01", "kode “ABC99”"),
    ("", "CMD10", "salah satu dari init, status, check,"),
    ("register", "CMD10", "inspect, validate"),
    ("chek", "CMD01", "(maksudnya “check”"),
    ("register decid", "CMD01", "(maksudnya “decide”?)"),
    ("draft", "CMD10", "salah satu dari perkada, "),
    ("draft perwal --project x -o x.pdf", "CMD01", "(maksudnya “perwali” atau"),
    ("draft perwali", "CMD10", "--project FOLDER dan -o BERKAS"),
    ("status --project tidak-ada", "CMD07", "tidak-ada tidak memuat project.yaml"),
    ("law check --region 99", "REG10", "“99”"),
    ("law show UU", "CMD13", "“UU”"),
    ("law show uu-3-2042", "CMD13", "(maksudnya “uu-3-2024”"),
    ("law show ketua_rt --project tidak-ada", "CMD07", "tidak-ada tidak memuat project.yaml"),
    ("law list --question uang", "CMD01", "soal “uang”"),
    ("law list --category ketua_erte", "CMD01", "(maksudnya “ketua_rt”"),
    ("law list --evidence bagus", "CMD10", "salah satu dari official, mirror"),
    ("law sign pu_jkk --by A --project examples/mataram", "CMD10", "--text belum diisi"),
    ("law pages --write tidak-ada", "CMD06", "folder “tidak-ada”"),
]

# policy, the lines that are refused, code, words
POLICIES = [
    ("program:\n  ketua_rt: [jkm]\n", [2], "CMD05", "PP 44/2015 Pasal 4 ayat (2)"),
    ("segmen:\n  ketua_rt: bpu\nprogram:\n  ketua_rt: [jkk, jkm, jp]\n", [4], "CMD05", "PP 45/2015 Pasal 2 ayat (1)"),
    ("program:\n  ketua_rt: [jkk, jkm]\ndana:\n  ketua_rt: dana_desa\n", [4, 4], "CMD05", "UU 6/2014 Pasal"),
    ("segmen:\n  ketua_rt: taspen\n", [2], "CMD05", "PP 70/2015 Pasal 4"),
    ("segmen:\n  ketua_erte: bpu\n", [2], "CMD01", "maksudnya “ketua_rt”"),
    ("segmen:\n  ketua_rw: bpuu\n", [2], "CMD01", "maksudnya “bpu”"),
    ("program:\n  ketua_rt: [jkk, jkm, jhtt]\n", [2], "CMD01", "maksudnya “jht”"),
    ("dana:\n  ketua_rt: apbd_kota\n", [2], "CMD01", "maksudnya “apbd_kabkota”"),
    ("segmn:\n  ketua_rt: bpu\n", [1], "LAW03", "maksudnya “segmen”"),
    ("pembulatan: sesuka_hati\n", [1], "LAW08", "setengah_ke_atas"),
    ("segmen: {ketua_rt: bpu\n", [2], "LAW01", ""),
]


@pytest.fixture(scope="module")
def refusals(regpol: Regpol, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """The runs of all bad questions, in a folder where none of them may leave anything."""
    folder = tmp_path_factory.mktemp("kosong")
    lines = list(dict.fromkeys(line for line, _, _ in QUESTIONS))
    as_json = (["--json"] if line.startswith(("check", "why", "matrix", "diff")) else [] for line in lines)
    runs = regpol.all(((*line.split(), *more) for line, more in zip(lines, as_json, strict=True)), cwd=folder)
    assert not list(folder.iterdir())
    return dict(zip(lines, runs, strict=True))


@pytest.fixture(scope="module")
def schema(regpol: Regpol) -> Draft202012Validator:
    return Draft202012Validator(regpol("schema", "problems").done().json)


@pytest.mark.parametrize(("line", "code", "words"), QUESTIONS)
def test_a_bad_question_is_refused(
    refusals: dict[str, Run], schema: Draft202012Validator, line: str, code: str, words: str
) -> None:
    run = refusals[line]
    (message,) = run.refused().messages
    assert message["code"] == code
    assert words in " ".join(filter(None, message.values()))
    if "--json" not in run.arguments:
        assert run.out == ""
        return
    schema.validate(run.json)
    (told,) = run.json["problems"]
    assert (told["code"], told["found"]) == (code, message["found"])


def test_everything_wrong_is_told_at_once(regpol: Regpol) -> None:
    line = "check --category ketua_erte --region 99.99 --year 2035 --date besok --fact usia=tua --fact umur=3"
    run = regpol(*line.split(), "--json").refused()
    assert sorted(run.codes) == ["CMD01", "CMD01", "CMD02", "CMD02", "CMD03", "REG10"]
    assert [problem["code"] for problem in run.json["problems"]] == run.codes


@pytest.fixture(scope="module")
def policies(regpol: Regpol, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """The runs with all bad policies."""
    paths = [tmp_path_factory.mktemp("kebijakan") / "kebijakan.yaml" for _ in POLICIES]
    for path, (policy, *_) in zip(paths, POLICIES, strict=True):
        path.write_text(policy, encoding="utf-8")
    runs = regpol.all((*RT.split(), "--policy", path, "--json") for path in paths)
    return {policy: run for (policy, *_), run in zip(POLICIES, runs, strict=True)}


@pytest.mark.parametrize(("policy", "lines", "code", "words"), POLICIES)
def test_a_choice_the_law_forbids_or_does_not_know(
    policies: dict[str, Run], policy: str, lines: list[int], code: str, words: str
) -> None:
    run = policies[policy].refused()
    assert set(run.codes) == {code}
    assert [(p["place"]["file"], p["place"]["line"]) for p in run.json["problems"]] == [
        ("kebijakan.yaml", line) for line in lines
    ]
    assert all(words in problem["expected"] + problem["found"] + problem["action"] for problem in run.json["problems"])


def test_the_example_of_a_project_is_a_policy(regpol: Regpol) -> None:
    assert regpol(*RT.split(), "--policy", MATARAM / "project.yaml", "--fact", "usia=40").done().err == ""


def test_a_reader_who_has_read_enough_is_no_fault(regpol: Regpol) -> None:
    process = regpol.start(*RT.split(), "--json")
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.wait(60) in {0, 1}
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()


def test_a_terminal_that_lacks_letters_still_gets_its_answer(regpol: Regpol) -> None:
    run = regpol(*RT.split(), PYTHONIOENCODING="ascii").done()
    assert "Permendagri 15/2024" in run.out


def test_a_cache_that_cannot_be_written_or_read_is_no_fault(regpol: Regpol, tmp_path: Path) -> None:
    nowhere = tmp_path / "berkas"
    nowhere.write_text("", encoding="utf-8")
    answer = regpol(*RT.split(), REGPOL_CACHE=str(nowhere)).done().out
    assert regpol(*RT.split(), REGPOL_CACHE=str(tmp_path)).done().out == answer
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file() and path != nowhere)
    kept.write_bytes(kept.read_bytes()[:1000])
    assert regpol(*RT.split(), REGPOL_CACHE=str(tmp_path)).done().out == answer
