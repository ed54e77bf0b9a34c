"""The texts of SELECTs that regpol makes for DuckDB, said in the words of Spark SQL.

There is one text and one meaning: this only changes how the same expression is spelled (`//` becomes `DIV`, names
are quoted with backticks). What engines mean differently by the same words is kept out of the texts where they are
made, and tests hold the two engines together row for row.
"""


def spark_text(select: str) -> str:
    """A SELECT in DuckDB's spelling, in Spark's.

    Raises:
        ImportError: if the extra ``spark`` is not installed.
    """
    import sqlglot

    return str(sqlglot.transpile(select, read="duckdb", write="spark")[0])
