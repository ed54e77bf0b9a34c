"""Which topics a regulation covers that it could do without.

What the decisions call for (the offices of a village, a ceiling, plantation workers) a template sees in
the brief. What is left is policy: the drafters' wording says which topics a regulation has unless the
region says otherwise, and `topik` of a project says otherwise.
"""

from regpol.documents.brief.wording import Wording
from regpol.project.project import Project
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.explanation import UnknownTopic


def topics_of(project: Project, wording: Wording) -> tuple[str, ...]:
    """The codes of the topics to be written, in the drafters' order.

    Raises:
        Refused: if the project names a topic that the wording does not know.
    """
    known = wording.topics
    strange: list[Problem] = [
        UnknownTopic(place=name.place, given=name.value, known=tuple(known))
        for name, _ in project.topics
        if name.value not in known
    ]
    if strange:
        raise Refused(*strange)
    chosen = {name.value: wanted for name, wanted in project.topics}
    return tuple(code for code, usual in known.items() if chosen.get(code, usual))
