"""The words everything else is built from: places, problems, answers, dates, money, citations."""
