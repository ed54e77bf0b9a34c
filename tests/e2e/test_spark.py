"""The distributed engine answers as the embedded one does, row for row: workers, servers and files are real."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from mataram_made import copy_of_mataram
from regpol_command import ROOT
from spark_crowd import write_crowd
from spark_servers import LOOPBACK, sail, spark_connect

from regpol.budget.spans import spans
from regpol.commands.register.question import Question
from regpol.decision.batch import decide_all
from regpol.situations.columns import assign, layout, row_axes
from row_costs import cost

pytestmark = pytest.mark.slow
ROWS = 200_000
TWO_WORKERS = "local-cluster[2,1,1024]"
BY_INCOME = {"  dasar_upah: upah_minimum": "  dasar_upah: penghasilan"}

Server = Callable[[Path], AbstractContextManager[list[str]]]


@pytest.fixture(scope="module", autouse=True)
def _extras() -> None:
    for name in ("pyspark", "sqlglot"):
        pytest.importorskip(name, reason="./scripts/setup --spark")


@dataclass(frozen=True)
class Crowd:
    """A register, the project it is decided in, and what the embedded engine makes of it in a database."""

    register: Path
    project: Path
    embedded: Path


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Crowd:
    """Mataram, where the base of wages is each person's own income."""
    folder = tmp_path_factory.mktemp("spark")
    made = Crowd(folder / "orang", copy_of_mataram(folder / "mataram", BY_INCOME), folder / "satu-komputer.duckdb")
    question = Question(made.project, None, None)
    axes = row_axes(question.book, question.decider.targets.values())
    write_crowd(made.register, question.book, axes, question.region.code, ROWS)
    decide_embedded(question, made)
    return made


def decide_embedded(question: Question, made: Crowd) -> None:
    """Situations and costs by the tables a budget is summed from: the arithmetic is not that of the rows."""
    with duckdb.connect(str(made.embedded)) as connection:
        connection.execute(f"CREATE TABLE people AS SELECT * FROM '{made.register}/*.parquet'")
        axes = row_axes(question.book, question.decider.targets.values())
        columns = [name for name, *_ in connection.execute("DESCRIBE people").fetchall()]
        found = assign(connection, layout(question.book, axes, columns, question.attributes))

        decided = decide_all(question.decider, found, question.of)
        cost(connection, spans(question.book, decided, question.region.code, question.year), question.policy.rounding)
        connection.execute("CREATE TABLE kept AS SELECT row, number FROM situated")


def cluster(folder: Path) -> AbstractContextManager[list[str]]:
    """Two workers of this machine, started and stopped by the command itself."""
    del folder
    return nullcontext(["--master", TWO_WORKERS])


class Remote:
    """A server that the command is pointed to."""

    def __init__(self, server: AbstractContextManager[str]) -> None:
        self._server = server

    def __enter__(self) -> list[str]:
        return ["--remote", self._server.__enter__()]

    def __exit__(self, *error: object) -> None:
        self._server.__exit__(None, None, None)


SERVERS: dict[str, Server] = {
    "two workers": cluster,
    "spark connect": lambda folder: Remote(spark_connect(folder, TWO_WORKERS)),
    "sail": lambda folder: Remote(sail(folder)),
}


@pytest.mark.parametrize("name", SERVERS)
def test_every_row_is_as_the_embedded_engine_has_it(crowd: Crowd, tmp_path: Path, name: str) -> None:
    if name == "sail":
        pytest.importorskip("pysail", reason="./scripts/setup --spark")
    elif shutil.which("java") is None:
        pytest.skip("no Java: ./scripts/setup --spark")
    output = tmp_path / "hasil"
    with SERVERS[name](tmp_path) as where:
        run = command("register", "decide", crowd.register, "--project", crowd.project, "-o", output, *where)
    assert run.returncode == 1, run.stderr  # situations to look at: the crowd has every gap there is
    summary = json.loads((output / "ringkasan.json").read_text(encoding="utf-8"))
    assert summary["baris_dibaca"] == summary["baris_diputus"] == ROWS
    assert compared(crowd, output / "baris") == (ROWS, 0, 0)
    (told,) = (it["nilai"] for it in summary["angka"] if it["hal"] == "Seluruh iuran setahun")
    with duckdb.connect(str(crowd.embedded), read_only=True) as connection:
        assert connection.execute("SELECT sum(yearly) FROM costed").fetchone() == (told,)
    assert not [file for file in output.rglob("*.*") if file.stat().st_mode & 0o077]


REFUSED = {
    "CMD61": "SELECT 2 AS \"row\", 'ketua_rt' AS kategori, 'empat puluh' AS usia",
    "CMD62": "SELECT 2::BIGINT AS \"row\", 'ketua_rt' AS kategori, '5271010101900001' AS nik",
    "CMD64": "SELECT 2::BIGINT AS \"row\", 'kusir_cidomo' AS kategori, 200::BIGINT AS usia, -1::BIGINT AS penghasilan",
}


def test_a_register_that_does_not_fit_is_refused_and_nothing_is_left(crowd: Crowd, tmp_path: Path) -> None:
    pytest.importorskip("pysail", reason="./scripts/setup --spark")
    with sail(tmp_path) as remote:
        for code, query in REFUSED.items():
            register = tmp_path / f"{code}.parquet"
            duckdb.sql(f"COPY ({query}) TO '{register}' (FORMAT parquet)")
            run = command(
                "register", "decide", register, "--project", crowd.project, "-o", tmp_path / "hasil", "--remote", remote
            )
            assert run.returncode == 2, run.stderr
            assert f": {code} " in run.stderr
            assert "Traceback" not in run.stderr
            assert "5271010101900001" not in run.stderr
    assert not [file.name for file in tmp_path.iterdir() if "hasil" in file.name]


def command(*words: object) -> subprocess.CompletedProcess[str]:
    """The command, in the Python of this session."""
    return subprocess.run(
        [sys.executable, ROOT / "cli.py", *map(str, words)],
        env=os.environ | LOOPBACK,
        capture_output=True,
        text=True,
        check=False,
    )


def compared(crowd: Crowd, rows: Path) -> tuple[int, int, int]:
    """Rows alike to the embedded engine's in situation; rows that are not; lines of cost that differ."""
    with duckdb.connect(str(crowd.embedded), read_only=True) as connection:
        written = f"(SELECT * FROM '{rows}/*.parquet')"
        programmes = [name for (name,) in connection.execute("SELECT DISTINCT programme FROM costed").fetchall()]
        long = " UNION ALL ".join(
            f"SELECT baris, '{code}' AS programme, {code}_sebulan AS monthly, {code}_setahun AS yearly FROM {written}"
            for code in programmes
        )
        same = "count(*) FILTER (WHERE s.situasi IS NOT DISTINCT FROM t.number)"
        other = "count(*) FILTER (WHERE s.situasi IS DISTINCT FROM t.number)"
        situations = f"SELECT {same}, {other} FROM {written} s FULL JOIN kept t ON s.baris = t.row"
        costs = (
            f"SELECT count(*) FROM ({long}) s FULL JOIN costed t ON s.baris = t.row AND s.programme = t.programme "
            "WHERE s.monthly IS DISTINCT FROM t.monthly OR s.yearly IS DISTINCT FROM t.yearly"
        )
        alike, unlike = connection.execute(situations).fetchone() or (0, -1)
        (differing,) = connection.execute(costs).fetchone() or (-1,)
    return alike, unlike, differing
