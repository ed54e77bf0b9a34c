"""A register sent out in parts to the units that know the people, and put together again.

    split > folder: kiriman.json, asal/ (the register as it was), kirim/ (a sheet a unit), kembali/ (answers)
    status > who has answered        merge > the register with every change in a log

Nothing an answer says is lost, and nothing it leaves out is taken away: what cannot be applied is
reported beside the rows that stay as they were.
"""
