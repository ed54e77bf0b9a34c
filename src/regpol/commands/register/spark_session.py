"""A session with Spark: a cluster, a Spark Connect server, or anything that stands in for one (Sail).

Only what Spark Connect offers is used: SELECTs, views and files. No RDD, no JVM objects, no functions of our own
running on the workers, so nothing of regpol has to be installed there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from socket import create_connection
from typing import Any
from urllib.parse import urlsplit

import typer

from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import UnknownChoice
from regpol.terms.problems.distributed import ClusterUnreachable, ExtraMissing

SPARK = "spark"
ENGINES = ("duckdb", SPARK)
ENGINE = typer.Option("--engine", help="Mesin: duckdb (biasa, di komputer ini) atau spark (register bersih).")
MASTER = typer.Option("--master", help="Kluster Spark, misalnya spark://induk:7077; bila kosong local[*].")
REMOTE = typer.Option("--remote", help="Peladen Spark Connect atau Sail, misalnya sc://peladen:15002.")
EXTRA = "spark"
LOCAL = "local[*]"
_PORT, _PATIENCE = 15002, 20

_SETTINGS = {
    # overflow and wrong types stop the run, as they do in the embedded engine
    "spark.sql.ansi.enabled": "true",
    # one generated method of all cells is too large for the JVM to compile; SPARK-21603, decision 0014
    "spark.sql.codegen.wholeStage": "false",
}
_OWN_PROGRAM = {
    "spark.app.name": "regpol",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_LOOPBACK = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


def on_spark(engine: str | None, master: str | None, remote: str | None) -> bool:
    """Whether the run is to go to Spark; naming a cluster is enough.

    Raises:
        Refused: if the engine is none of those there are.
    """
    if engine is not None and engine not in ENGINES:
        raise Refused(UnknownChoice(place=NOWHERE, what="mesin", given=engine, known=ENGINES))
    return engine == SPARK or (engine is None and bool(master or remote))


def require_extra() -> None:
    """Stops before anything is read where the libraries are not there.

    Raises:
        Refused: naming the extra.
    """
    missing = [name for name in ("pyspark", "sqlglot") if find_spec(name) is None]
    if missing:
        purpose = "memutus register di Spark"
        raise Refused(ExtraMissing(place=NOWHERE, purpose=purpose, library=" dan ".join(missing), extra=EXTRA))


@contextmanager
def session(master: str, remote: str) -> Iterator[Any]:
    """An open session, closed at the end; ``remote`` (sc://...) goes before ``master``.

    Raises:
        Refused: if it cannot be opened, or a command in it fails.
    """
    from pyspark.errors import PySparkException

    opened = None
    knock(remote)
    try:
        opened = _open(master, remote)
        for name, value in _SETTINGS.items():
            opened.conf.set(name, value)
        yield opened
    except PySparkException as error:
        given, trouble = remote or master, _first_line(error)
        raise Refused(ClusterUnreachable(place=NOWHERE, given=given, trouble=trouble)) from None
    finally:
        if opened is not None:
            opened.stop()


def knock(remote: str) -> None:
    """Stops at once where nobody listens: the client itself would go on trying for ten minutes."""
    address = urlsplit(remote)
    if address.scheme != "sc" or not address.hostname:
        return
    try:
        create_connection((address.hostname, address.port or _PORT), timeout=_PATIENCE).close()
    except OSError as error:
        trouble = error.strerror or "tidak menjawab"
        raise Refused(ClusterUnreachable(place=NOWHERE, given=remote, trouble=trouble)) from None


def _open(master: str, remote: str) -> Any:
    from pyspark.sql import SparkSession

    if remote:
        return SparkSession.builder.remote(remote).getOrCreate()
    builder = SparkSession.builder.master(master)
    for name, value in (_OWN_PROGRAM | (_LOOPBACK if master.startswith("local") else {})).items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:300]
