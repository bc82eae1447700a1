"""One model of everything for HiGHS: binaries for sites, visits and seats; every rule as tight rows without big constants."""

from dataclasses import dataclass, field
from datetime import timedelta
from math import inf
from collections.abc import Callable, Iterable

import highspy
import numpy

from options import Options, inexperienced_limits
from outcome import KEPT_WITHIN, Outcome
from plan import COUNT, MAXIMISED, Visit, travel, values
from problem import Problem

Terms = list[tuple[int, float]]


@dataclass
class Rows:
    """Columns and rows as they gather, before HiGHS is handed them all at once."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    index: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def column(self, lower: float = 0.0, upper: float = 1.0, whole: bool = True) -> int:
        """A new column; a binary unless told otherwise."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.lower) - 1

    def row(self, terms: Iterable[tuple[int, float]], lower: float = -inf, upper: float = inf) -> None:
        """`lower` ≤ the sum of the terms ≤ `upper`; a column may come more than once."""
        total: dict[int, float] = {}
        for column, factor in terms:
            total[column] = total.get(column, 0.0) + factor
        self.index += total.keys()
        self.value += total.values()
        self.starts.append(len(self.index))
        self.row_lower.append(lower)
        self.row_upper.append(upper)


def ones(columns: Iterable[int], factor: float = 1.0) -> Terms:
    """Each column once, with one factor."""
    return [(column, factor) for column in columns]


class HighsModel:
    """The whole problem, solved tier by tier. Each tier keeps the values of those before and starts from their plan."""

    def __init__(self, problem: Problem, threads: int) -> None:
        self.problem = problem
        self.options = Options(problem)
        self.rows = Rows()
        self._columns()
        self._selection()
        self._dates()
        self._links()
        self._teams()
        self._loads()
        self.costs = self._costs()
        self._hand_over(threads)

    def _columns(self) -> None:
        options, sites = self.options, self.problem.sites.values()
        # S2, S4: a site that may not be selected has no starts, so that it is 0; an included one is 1.
        self.site = {site.id: self.rows.column(lower=float(site.included)) for site in sites}
        self.visit = [self.rows.column() for _ in options.visits]
        self.seat = [self.rows.column() for _ in options.seats]
        self.used = {name: self.rows.column() for name, seats in options.of_inspector.items() if seats}
        # Which selected site stands for each site: whole of itself once the sites are.
        self.nearest = {
            (one, other): self.rows.column(whole=False)
            for one, alike in self.problem.representation.items()
            for other in alike
            if options.of_site[other]
        }

    def _selection(self) -> None:
        add, problem = self.rows.row, self.problem
        for site, column in self.site.items():
            add(ones(self.visit[visit] for visit in self.options.of_site[site]) + [(column, -1.0)], 0, 0)
        for kind in problem.kinds.values():  # S1
            add(ones(self.site[site.id] for site in problem.sites.values() 
                     if site.kind == kind.id and (site.id != problem.pilot or problem.pilot_counts)), kind.least, kind.most)
        add(ones(self.site.values()), 1)  # a plan has at least one visit
        for visits in self.options.before_review():  # T9
            add(ones(self.visit[visit] for visit in visits), upper=1)
        for sites, least, most in problem.quotas:  # S3
            add(ones(self.site[site] for site in sites), least, most)
        brought_by: dict[str, set[str]] = {}
        for link in problem.links:  # S5
            for site, names in link.names.items():
                add(ones(self.site[name] for name in names) + [(self.site[site], -1.0)], 0)
            for site, named_by in link.named_by.items():
                brought_by.setdefault(site, set()).update(named_by)
        for site, named_by in sorted(brought_by.items()):
            add(ones(self.site[name] for name in sorted(named_by)) + [(self.site[site], -1.0)], 0)
        for one in problem.representation:
            stand_ins = {other: self.nearest[one, other] for other in problem.sites if (one, other) in self.nearest}
            add(ones(stand_ins.values()), upper=1)
            for other, column in stand_ins.items():
                add([(column, 1.0), (self.site[other], -1.0)], upper=0)

    def _dates(self) -> None:
        """T6. The other rules of dates have been settled for each site alone, or are links."""
        if self.problem.visits_per_week is None:
            return
        uncounted = {site: self._uncounted(site) for site in self.problem.sites}
        for visits in self.options.with_onsite_day().values():
            terms: Terms = []
            for visit in visits:
                terms.append((self.visit[visit], 1.0))
                free = uncounted[self.options.visits[visit][0]]
                if free is not None:
                    terms.append((free(visit), -1.0))
            self.rows.row(terms, upper=self.problem.visits_per_week)

    def _uncounted(self, site: str) -> Callable[[int], int] | None:
        """What takes a visit to the site off the count of its week: being brought by a "same week" link."""
        bringing = [link for link in self.problem.links if site in link.named_by]
        weekly = sorted({name for link in bringing if link.same_week for name in link.named_by[site]})
        if not weekly:
            return None
        if all(link.same_week for link in bringing):
            return lambda visit: self.visit[visit]

        def brought(visit: int) -> int:
            column = self.rows.column()
            self.rows.row([(column, 1.0), (self.visit[visit], -1.0)], upper=0)
            self.rows.row([(column, 1.0), *ones((self.site[name] for name in weekly), -1.0)], upper=0)
            return column

        return brought

    def _links(self) -> None:
        """T7 and P12, for each link separately."""
        for link in self.problem.links:
            if link.weeks is None:
                continue
            only = sum(other.brings == link.brings for other in self.problem.links) == 1
            for site, named_by in link.named_by.items():
                for week in self.options.starting_weeks(site):
                    here, there = self.options.in_week([site], week), self.options.in_reach(named_by, week, link.weeks)
                    self._needs_one(ones(self.visit[visit] for visit in here),
                                    ones((self.visit[visit] for visit in there), -1.0), named_by, only)  # fmt: skip
                    if not link.same_team:
                        continue
                    for person in self.used:
                        ours, theirs = self._seats(here, person), self._seats(there, person)
                        if ours:
                            self._needs_one(ones(ours), ones(theirs, -1.0), named_by, only)

    def _needs_one(self, ours: Terms, theirs: Terms, named_by: tuple[str, ...], only: bool) -> None:
        """What happens here happens there too. Where another link may bring the site, only once a naming site is selected."""
        if only:
            self.rows.row(ours + theirs, upper=0)
            return
        for name in named_by:
            self.rows.row(ours + theirs + [(self.site[name], 1.0)], upper=1)

    def _seats(self, visits: list[int], person: str) -> list[int]:
        return [self.seat[self.options.of_visit[visit][person]] for visit in visits if person in self.options.of_visit[visit]]

    def _teams(self) -> None:
        """P1, P2, P7, P8, P11 and P13 of every visit that could be made."""
        add, people = self.rows.row, self.problem.inspectors
        for visit, by_person in self.options.of_visit.items():
            kind, made = self.options.kind(visit), self.visit[visit]
            site = self.problem.sites[self.options.visits[visit][0]]
            seats = {person: self.seat[seat] for person, seat in by_person.items()}
            for inspectorate, count in kind.seats.items():  # P1
                own = [seat for person, seat in seats.items() if people[person].inspectorate == inspectorate]
                add(ones(own) + [(made, -float(count))], 0, 0)
                if count > 1:
                    for seat in own:
                        add([(seat, 1.0), (made, -1.0)], upper=0)
            for inspectorates, most in inexperienced_limits(kind):  # P2
                new = [seat for person, seat in seats.items()
                       if people[person].inspectorate in inspectorates and not people[person].experienced]  # fmt: skip
                if len(new) > most:
                    add(ones(new) + [(made, -float(most))], upper=0)
            for one, other in self.problem.apart:  # P7
                if one in seats and other in seats:
                    add([(seats[one], 1.0), (seats[other], 1.0), (made, -1.0)], upper=0)
            for skill in sorted(site.needs):  # P8
                able = [seat for person, seat in seats.items() if skill in people[person].skills]
                add(ones(able) + [(made, -1.0)], 0)
            leads = [seat for person, seat in seats.items()  # P11
                     if people[person].experienced and people[person].inspectorate == kind.inspectorate]  # fmt: skip
            add(ones(leads) + [(made, -1.0)], 0)
            for person in sorted(site.named):  # P13
                add([(seats[person], 1.0), (made, -1.0)], 0, 0)

    def _loads(self) -> None:
        """P3, P9 and P10 of every inspector, and whether they are used at all."""
        add, problem = self.rows.row, self.problem
        self.busiest = self.rows.column(upper=inf, whole=False)
        for person, used in self.used.items():
            for pair in self.options.kept_apart(person):  # P14, P15
                add(ones(self.seat[seat] for seat in pair), upper=1)
            if problem.load_weight:
                add([(self.seat[seat], float(len(self.options.visits[self.options.seats[seat][0]][1].onsite)))
                     for seat in self.options.of_inspector[person]] + [(self.busiest, -1.0)], upper=0)  # fmt: skip
            for together in self.options.needed_together(person):  # P3
                add(ones(self.seat[seat] for seat in together) + [(used, -1.0)], upper=0)
            most = problem.inspectors[person].max_days
            if most is not None:  # P9
                days = [(self.seat[seat], float(len(self.options.visits[self.options.seats[seat][0]][1].onsite)))
                        for seat in self.options.of_inspector[person]]  # fmt: skip
                add(days + [(used, -float(most))], upper=0)
            if problem.weeks_in_row is not None:  # P10
                present = {}
                for week, sets in self.options.onsite_in_week(person).items():
                    present[week] = self.rows.column()
                    add([(present[week], 1.0), (used, -1.0)], upper=0)
                    for together in sets:
                        add(ones(self.seat[seat] for seat in together) + [(present[week], -1.0)], upper=0)
                for week in present:
                    in_row = [week + timedelta(weeks=n) for n in range(problem.weeks_in_row + 1)]
                    if all(other in present for other in in_row):
                        add(ones(present[other] for other in in_row), upper=problem.weeks_in_row)

    def _costs(self) -> list[list[float]]:
        """The three objectives."""
        costs = [[0.0] * len(self.rows.lower) for _ in (*MAXIMISED, COUNT)]
        for site, column in self.site.items():
            costs[0][column] = self.problem.sites[site].worth
        for (one, other), column in self.nearest.items():
            costs[0][column] = self.problem.representation[one][other]
        for visit, column in enumerate(self.visit):
            costs[1][column] = self.options.visits[visit][1].cost
        for seat, column in enumerate(self.seat):
            visit, person = self.options.seats[seat]
            costs[2][column] = travel(self.problem, self.options.visits[visit][0], person)
        for column in self.used.values():
            costs[2][column] = self.problem.continuity_weight
        costs[2][self.busiest] = self.problem.load_weight
        for column in self.site.values():
            costs[COUNT][column] = 1.0
        return costs

    def _hand_over(self, threads: int) -> None:
        rows, lp = self.rows, highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(rows.lower), len(rows.row_lower)
        lp.col_cost_ = numpy.zeros(lp.num_col_)
        lp.col_lower_, lp.col_upper_ = numpy.array(rows.lower), numpy.array(rows.upper)
        lp.row_lower_, lp.row_upper_ = numpy.array(rows.row_lower), numpy.array(rows.row_upper)
        lp.integrality_ = [highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous for whole in rows.whole]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
        lp.a_matrix_.start_ = numpy.array(rows.starts, dtype=numpy.int32)
        lp.a_matrix_.index_ = numpy.array(rows.index, dtype=numpy.int32)
        lp.a_matrix_.value_ = numpy.array(rows.value)
        self.size = {"columns": lp.num_col_, "rows": lp.num_row_, "nonzeros": len(rows.index)}
        self.highs = highspy.Highs()
        self.highs.silent()
        self.highs.setOptionValue("threads", threads)
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.highs.setOptionValue("mip_abs_gap", KEPT_WITHIN)
        if self.highs.passModel(lp) == highspy.HighsStatus.kError:
            raise ValueError("HiGHS did not take the model")
        # HiGHS has its own copy now.
        del self.rows
        self.at: numpy.ndarray | None = None

    def keep(self, tier: int, value: float) -> None:
        """From now on, no plan is worse in this tier."""
        self.keep_only(tier, value)

    def keep_only(self, tier: int, value: float) -> None:
        """A row that can be loosened with `loosen`: it is the last one."""
        terms = {column: cost for column, cost in enumerate(self.costs[tier]) if cost}
        lower, upper = (value - KEPT_WITHIN, inf) if tier == COUNT or MAXIMISED[tier] else (-inf, value + KEPT_WITHIN)
        self.highs.addRow(lower, upper, len(terms), numpy.array(list(terms), dtype=numpy.int32), numpy.array(list(terms.values())))

    def loosen(self, value: float) -> None:
        """The last row kept is of tier 1, and from now on asks for this much only."""
        self.highs.changeRowBounds(self.highs.getNumRow() - 1, value - KEPT_WITHIN, inf)

    def solve(self, tier: int, seconds: float, on_plan: Callable[[], None]) -> Outcome:
        """Solves one tier over all the rules; `on_plan` is called whenever a better plan is found."""
        highs = self.highs
        costs = numpy.array(self.costs[tier])
        highs.changeColsCost(len(costs), numpy.arange(len(costs), dtype=numpy.int32), costs)
        highs.changeObjectiveSense(highspy.ObjSense.kMaximize if tier == COUNT or MAXIMISED[tier] else highspy.ObjSense.kMinimize)
        if self.at is not None:
            known = highspy.HighsSolution()
            known.col_value = list(self.at)
            highs.setSolution(known)
        highs.setOptionValue("time_limit", seconds)

        def improved(_: object) -> None:
            on_plan()

        highs.cbMipImprovingSolution += improved
        highs.run()
        highs.cbMipImprovingSolution -= improved
        status, info = highs.getModelStatus(), highs.getInfo()
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return Outcome("infeasible", None, None)
        proven = status == highspy.HighsModelStatus.kOptimal
        bound = info.mip_dual_bound if abs(info.mip_dual_bound) < highspy.kHighsInf else None
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Outcome("limit", None, bound)
        at = numpy.array(highs.getSolution().col_value)
        chosen = numpy.rint(at[self.visit])
        by_plan = float(chosen @ costs[self.visit])
        if tier == 1 and self.at is not None and abs(by_plan - info.objective_function_value) > KEPT_WITHIN:
            # HiGHS 1.16 has been seen to prove a value that is not the value of the plan it gives, and never
            # when it begins from nothing.
            self.at = None
            highs.clearSolver()
            return self.solve(tier, seconds, on_plan)
        self.at = at
        return Outcome("optimal" if proven else "limit", self._visits(), bound)

    def _visits(self) -> list[Visit]:
        chosen = []
        for visit, (site, start) in enumerate(self.options.visits):
            if self.at[self.visit[visit]] > 0.5:
                seats = self.options.of_visit[visit]
                team = tuple(person for person, seat in seats.items() if self.at[self.seat[seat]] > 0.5)
                chosen.append(Visit(site, start, team))
        return chosen
