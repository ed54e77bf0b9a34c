"""The law as data: rules/*.yaml read strictly, checked, and linked into one frozen `Rulebook`."""
