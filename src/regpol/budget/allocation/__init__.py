"""Who is paid for when the money does not reach: needs, funds and ceilings in, one standing for each person out.

People stand in one reproducible order. Each takes the first fund of those policy names that still has room;
a fund closes at the first person it cannot pay, so nobody less needy is ever taken in before one more needy.
"""
