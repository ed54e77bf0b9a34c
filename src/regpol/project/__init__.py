"""One piece of work: a region, its officials, its choices and its files."""
