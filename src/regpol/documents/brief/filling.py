"""Fills the brief from what was decided and counted, so that templates only place facts.

Nothing is decided here. Where an amount or a basis is not known it stays empty, and the draft shows
that it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from regpol.budget.contribution import Tariff
from regpol.decision.batch import DecidedCombination
from regpol.decision.open_facts import Finding
from regpol.documents.brief.authority import (
    carried_out,
    cited_existing,
    empowering,
    open_authority,
    recital_of_command,
    revoked,
)
from regpol.documents.brief.brief import (
    Agreement,
    Brief,
    Category,
    Fund,
    Officials,
    Payer,
    Programme,
    Recital,
    Signer,
    WorkUnit,
)
from regpol.documents.brief.decided_categories import ancestors, largest
from regpol.documents.brief.legal_bases import basis, fixed_bases, mengingat
from regpol.documents.brief.local_names import local_words, region_of, unnamed_council
from regpol.documents.brief.paper import Basis, BpjsOffice, Official, OpenPoint, Stamp
from regpol.documents.brief.selection_order import order_in_words
from regpol.documents.brief.tallies import MONTHS, Tally, totals, unit_row, whole_region
from regpol.documents.brief.wording import Wording
from regpol.law.model import Provision, Rulebook, Term
from regpol.project.project import District, Project, Signatory
from regpol.project.region import Region
from regpol.terms.answer import Answer, Evidence
from regpol.terms.dates import long_date
from regpol.terms.language import series, title_case
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.papers import NobodyDecided, NobodyInUnit


@dataclass(frozen=True)
class Material:
    """Everything a draft is made of."""

    rulebook: Rulebook
    project: Project
    region: Region
    units: Mapping[str, str]
    decided: tuple[DecidedCombination, ...]
    tariffs: Mapping[tuple[str, str], tuple[tuple[Tariff, int | None], ...]]
    """By category and programme: each payer's tariff and what one person costs a month."""
    tallies: tuple[Tally, ...]
    wording: Wording
    decided_on: date


def fill(material: Material, district: District | None = None) -> Brief:
    """The brief of a region's regulation, or of the paper of one kecamatan."""
    return _Filling(material).brief(district)


class _Filling:
    def __init__(self, material: Material) -> None:
        self._it = material
        self._book = material.rulebook
        self._words = material.wording
        self._largest = largest(material.decided, self._book.leaves)
        self._local = local_words(material.region)
        self._defined = {word: title_case(name) for word, name in self._local.items()}  # as a norm writes them (DR-081)
        self._bases: dict[str, tuple[Provision, ...]] = fixed_bases(self._book, self._words)

    def brief(self, district: District | None) -> Brief:
        it, project = self._it, self._it.project
        categories = tuple(self._category(code, one) for code, one in self._largest.items())
        programmes = {programme.code: programme for category in categories for programme in category.programmes}
        funds = {fund.code: fund for category in categories for fund in category.funds}
        bases = self._made_bases()
        if not categories:
            raise Refused(NobodyDecided(place=Place(f"{project.folder.name}/{project.register}")))
        return Brief(
            region=region_of(it.region, project),
            year=project.year,
            about=self._about(district),
            officials=Officials(head=official_of(project.head), secretary=official_of(project.secretary)),
            bpjs=branch_of(project),
            categories=categories,
            programmes=tuple(programmes.values()),
            funds=tuple(funds.values()),
            totals=totals(it.tallies),
            wage_base=self._wage_base(categories, it.region.name),
            entry_age=project.policy.entry_age,
            recitals=recital_of_command(project, it.region, self._words) or self._recitals(categories),
            commanded=bool(carried_out(project)),
            citations=self._citations(),
            revoked=revoked(project, it.region, self._words),
            ceiling=sum(project.budget.allocation.ceilings.values()),
            order=order_in_words(project.budget.allocation.order, self._book, self._words, self._local),
            bases=bases,
            unit=self._unit(district, categories) if district else None,
            whole=whole_region(it.tallies, categories, self._book, it.region),
            agreement=Agreement(
                signer=Signer.DISTRICT if district else Signer.OFFICE,
                years=project.agreement.years,
                starts=_words_of(project.agreement.starts),
                ends=_words_of(project.agreement.ends),
                parent=project.agreement.parent,
                proxy=project.agreement.proxy,
            ),
            open_points=(
                *open_authority(self._book, self._words, project, it.region, it.decided_on),
                *unnamed_council(it.region, self._words),
                *(OpenPoint(text=it.said, evidence="belum diisi", about=it) for it in project.blanks),
            ),
            stamp=Stamp(
                rulebook=self._book.hash[:12],
                decided=it.decided_on.isoformat(),
                decided_words=long_date(it.decided_on),
            ),
        )

    def _recitals(self, categories: tuple[Category, ...]) -> tuple[Recital, ...]:
        """The considerations of a regulation on the region's own authority: one for each group of work."""
        region, made = self._it.region, []
        all_terms = [category.term for category in categories]
        for words in self._words.recitals:
            texts = [words.text]
            if words.text == "{kelompok}":
                groups = dict.fromkeys(category.group for category in categories)
                texts = [self._words.group_recitals[group] for group in groups if group in self._words.group_recitals]
            for text in texts:
                own = [c.term for c in categories if self._words.group_recitals.get(c.group) == text]
                said = text.format(daerah=region.name, kategori=series(own or all_terms), **self._local)
                made.append(Recital(text=said, basis_ids=(words.basis,) if words.basis else ()))
        return tuple(made)

    def _citations(self) -> tuple[str, ...]:
        it = self._it
        given = empowering(self._words, self._bases, it.decided_on)
        national = mengingat(self._book, self._words, given, it.region, it.decided_on)
        regional = (cited_existing(one, it.region, self._words) for one in carried_out(it.project))
        return (*national, *regional)

    def _named(self, code: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The lists of the drafters that name a category or one above it, in their order."""
        above = {code, *ancestors(self._book, code)}
        return tuple(name for name, members in lists.items() if above & set(members))

    def _category(self, code: str, one: DecidedCombination) -> Category:
        words = self._words.category(code, self._book.categories[code].name)
        last = one.answer.periods[-1]
        self._remember(f"kepesertaan:{code}", (last.membership,))
        self._remember(f"segmen:{code}", (last.segment.finding,))
        answers = {finding.object: finding for finding in last.programmes}
        chosen = one.programmes(self._book)
        programmes = tuple(self._programme(code, name, answers[name], one) for name in chosen)
        findings = one.findings(self._book)
        grades = [ground.rule.evidence for finding in findings for ground in finding.grounds]
        return Category(
            code=code,
            name=words.term.format(**self._local),
            group=next(iter(self._named(code, self._words.groups)), ""),
            roles=self._named(code, self._words.roles),
            count=sum(tally.people for tally in self._it.tallies if tally.category == code),
            segment=self._words.segments.get(one.segment, ""),
            by_policy=last.segment.chosen,
            definition=words.definition.format(**self._defined),
            proof=words.proof.format(**self._defined),
            wage_base=one.answer.query.policy.wage_base,
            programmes=programmes,
            funds=self._funds(one),
            evidence=min(grades, default=Evidence.NOT_FOUND).label,
            basis_ids=(f"segmen:{code}",),
        )

    def _programme(self, category: str, code: str, finding: Finding, one: DecidedCombination) -> Programme:
        self._remember(f"program:{code}", (finding,))
        contributions = [c for c in self._book.contributions if (c.programme, c.segment) == (code, one.segment)]
        cited = {f"{p.citation.regulation} {p.citation.pinpoint}": p for p in self._book.provisions}
        self._add(f"iuran:{code}", [cited[str(c.citation)] for c in contributions if str(c.citation) in cited])
        parts = self._it.tariffs.get((category, code), ())
        amounts = [amount for _, amount in parts]
        known = [amount for amount in amounts if amount is not None]
        labels = dict.fromkeys(self._tariff(tariff) for tariff, _ in parts)
        return Programme(
            code=code,
            name=self._book.term("program", code).name.lower(),
            monthly=sum(known) if len(known) == len(amounts) else 0,
            payers=tuple(Payer(name=self._payer(tariff, one), monthly=amount or 0) for tariff, amount in parts),
            tariff="; ".join(labels),
            answer=finding.answer.label,
        )

    def _tariff(self, tariff: Tariff) -> str:
        if tariff.fixed is not None:
            return self._words.tariff.fixed
        return self._words.tariff.share.format(tarif=tariff.label.replace(" %", "%"))

    def _payer(self, tariff: Tariff, one: DecidedCombination) -> str:
        """Who pays in this draft: the owner of the chosen fund, save a wage earner's own part."""
        own_part = tariff.payer == "pekerja" and any(
            share.payer != tariff.payer
            for contribution in self._book.contributions
            if contribution.segment == tariff.segment
            for share in contribution.shares
        )
        owner = self._fund_term(one).owner if one.fund and not own_part else tariff.payer
        province = self._it.region.governed_as == "provinsi"
        own_words = self._words.provincial_payers if province else {}
        said = own_words.get(owner) or self._words.payers.get(owner) or owner.replace("_", " ")
        return said.format(**self._defined)

    def _fund_term(self, one: DecidedCombination) -> Term:
        return self._book.term("dana", one.fund)

    def _funds(self, one: DecidedCombination) -> tuple[Fund, ...]:
        if not one.fund:
            return ()
        findings = [f for f in one.findings(self._book) if f.object == one.fund]
        self._remember(f"dana:{one.fund}", findings)
        answer = max((finding.answer for finding in findings), default=Answer.SILENT)
        grades = [ground.rule.evidence for finding in findings for ground in finding.grounds]
        return (
            Fund(
                code=one.fund,
                name=self._fund_words(one.fund),
                answer=answer.label,
                evidence=min(grades, default=Evidence.NOT_FOUND).label,
            ),
        )

    def _fund_words(self, code: str) -> str:
        """The fund as this region's norms write it: a province's own budget is not that of a regency."""
        own_words = self._words.provincial_funds if self._it.region.governed_as == "provinsi" else {}
        return own_words.get(code) or self._words.funds.get(code) or self._book.term("dana", code).name

    def _wage_base(self, categories: tuple[Category, ...], region: str) -> str:
        if not any(category.waged for category in categories):
            return ""
        return self._words.wage_bases.get(self._it.project.policy.wage_base, "").format(daerah=region)

    def _remember(self, key: str, findings: Iterable[Finding]) -> None:
        grounds = (ground.rule.provision for finding in findings for ground in finding.grounds)
        self._add(key, [provision for provision in grounds if provision])

    def _add(self, key: str, provisions: Iterable[Provision]) -> None:
        self._bases[key] = tuple(dict.fromkeys((*self._bases.get(key, ()), *provisions)))

    def _made_bases(self) -> tuple[Basis, ...]:
        made = (basis(key, provisions) for key, provisions in self._bases.items())
        return tuple(one for one in made if one)

    def _unit(self, district: District, categories: tuple[Category, ...]) -> WorkUnit:
        by_code = {category.code: category for category in categories}
        found = {tally.category: tally for tally in self._it.tallies if tally.district == district.code}
        tallies = [found[category.code] for category in categories if category.code in found]
        if not tallies:
            raise Refused(NobodyInUnit(place=district.place, unit=self._it.units.get(district.code, district.code)))
        summed = totals(tallies)
        wards = [name for code, name in self._it.units.items() if code.startswith(f"{district.code}.")]
        return WorkUnit(
            name=self._it.units.get(district.code, ""),
            code=district.code,
            head=official_of(district.head),
            address=district.address,
            wards=tuple(wards),
            rows=tuple(unit_row(by_code[tally.category], tally, self._book) for tally in tallies),
            people=summed.people,
            monthly=summed.monthly,
            yearly=summed.yearly,
            months=MONTHS,
        )

    def _about(self, district: District | None) -> str:
        if district is None:
            return self._it.project.about
        return self._words.agreement.format(tentang=self._it.project.about, kecamatan=self._it.units[district.code])


def official_of(signatory: Signatory) -> Official:
    """Someone who signs, as papers name them."""
    return Official(
        name=signatory.name,
        title=signatory.title,
        status=signatory.status,
        appointment=signatory.decree,
        number=signatory.number,
    )


def branch_of(project: Project) -> BpjsOffice:
    """The BPJS office of a project, as papers name it."""
    branch = project.branch
    return BpjsOffice(
        name=branch.name,
        head_name=branch.head,
        head_title=branch.title,
        npk=branch.npk,
        appointment=branch.decree,
        address=branch.address,
        contact=branch.contact,
    )


def _words_of(day: str) -> str:
    return long_date(date.fromisoformat(day)) if day else ""
