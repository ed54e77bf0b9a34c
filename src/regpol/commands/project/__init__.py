"""The verbs that begin a project and say how far it is."""
