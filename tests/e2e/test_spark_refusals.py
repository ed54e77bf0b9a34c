"""What stops a distributed run before a cluster is asked for anything."""

import socket
from pathlib import Path

import pytest
from regpol_command import Regpol

from regpol.commands.register import spark_session
from regpol.terms.problems import Refused
from regpol.terms.problems.distributed import ClusterUnreachable, ExtraMissing


def test_an_unknown_engine_is_refused_with_those_there_are(regpol: Regpol, mataram: Path, tmp_path: Path) -> None:
    line = ("register", "decide", mataram / "register.xlsx", "--project", mataram, "-o", tmp_path / "hasil")
    run = regpol(*line, "--engine", "spak").refused()
    assert "duckdb, spark" in run.err
    assert "“spark”" in run.err
    assert not list(tmp_path.iterdir())


def test_naming_a_cluster_is_asking_for_spark() -> None:
    assert spark_session.on_spark(None, None, "sc://peladen:15002")
    assert spark_session.on_spark(None, "local[2]", None)
    assert not spark_session.on_spark(None, None, None)
    assert not spark_session.on_spark("duckdb", None, None)


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark_session, "find_spec", lambda name: None)
    with pytest.raises(Refused) as stopped:
        spark_session.require_extra()
    (problem,) = stopped.value.problems
    assert isinstance(problem, ExtraMissing)
    assert "pyspark dan sqlglot" in str(problem)
    assert "regpol[spark]" in str(problem)


def test_a_server_where_nobody_listens_is_told_at_once() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # held, but nobody listens
        remote = f"sc://127.0.0.1:{bound.getsockname()[1]}"
        with pytest.raises(Refused) as stopped:
            spark_session.knock(remote)
    (problem,) = stopped.value.problems
    assert isinstance(problem, ClusterUnreachable)
    assert remote in str(problem)
