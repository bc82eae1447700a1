"""One model of everything for CP-SAT: the same rules over the same options, in its own idioms."""

from collections.abc import Callable
from datetime import timedelta
from math import floor

from ortools.sat.python import cp_model

from options import Options, inexperienced_limits
from outcome import KEPT_WITHIN, Outcome
from plan import COUNT, MAXIMISED, Visit, travel
from problem import Problem

Literal = cp_model.IntVar

# CP-SAT counts in whole numbers. A coefficient is rounded to 1/SCALE at worst; a plan adds up fewer than 200 of them, so a
# value is off by less than 200 × 0.5 / 10⁸ = 1e-6. Every value compared with another is worked out again from the plan.
SCALE = 10**8


def scale_for(costs: list[float]) -> int:
    """The smallest power of ten at which every coefficient is a whole number, or `SCALE`."""
    scale = 1
    while scale < SCALE and any(abs(cost * scale - round(cost * scale)) > 1e-12 * scale for cost in costs):
        scale *= 10
    return scale


class CpSatModel:
    """The whole problem, solved tier by tier. Each tier keeps the values of those before and takes their plan as a hint."""

    def __init__(self, problem: Problem, workers: int | None) -> None:
        """`workers`: so many of CP-SAT's own choosing; None: one that puts every rule into its linear relaxation."""
        self.problem = problem
        self.workers = workers
        self.options = Options(problem)
        self.model = cp_model.CpModel()
        self._literals()
        self._selection()
        self._dates()
        self._links()
        self._teams()
        self._loads()
        self.costs = self._costs()
        self.scales = [scale_for(list(costs.values())) for costs in self.costs]
        proto = self.model.proto
        self.size = {"columns": len(proto.variables), "rows": len(proto.constraints)}
        self.best: list[Visit] | None = None
        self.hint: list[int] | None = None

    def _literals(self) -> None:
        options = self.options
        self.site = {site: self.model.new_bool_var("") for site in self.problem.sites}
        self.visit = [self.model.new_bool_var("") for visit in range(len(options.visits))]
        self.seat = [self.model.new_bool_var("") for seat in range(len(options.seats))]
        self.used = {name: self.model.new_bool_var("") for name, seats in options.of_inspector.items() if seats}
        self.nearest = {
            (one, other): self.model.new_bool_var("")
            for one, alike in self.problem.representation.items()
            for other in alike
            if options.of_site[other]
        }

    def _selection(self) -> None:
        model, problem = self.model, self.problem
        for site, literal in self.site.items():
            # One of its starts, or not selected; S2 and S4: a site that may not be selected has none.
            model.add_exactly_one([self.visit[visit] for visit in self.options.of_site[site]] + [~literal])
            if problem.sites[site].included:
                model.add_bool_and(literal)
        for kind in problem.kinds.values():  # S1
            count = sum(self.site[site.id] for site in problem.sites.values() 
                        if site.kind == kind.id and (site.id != problem.pilot or problem.pilot_counts))
            model.add_linear_constraint(count, kind.least, kind.most)
        model.add_bool_or(list(self.site.values()))  # a plan has at least one visit
        for visits in self.options.before_review():  # T9
            model.add_at_most_one([self.visit[visit] for visit in visits])
        for sites, least, most in problem.quotas:  # S3
            model.add_linear_constraint(sum(self.site[site] for site in sites), least, most)
        brought_by: dict[str, set[str]] = {}
        for link in problem.links:  # S5
            for site, names in link.names.items():
                model.add_bool_or([self.site[name] for name in names] + [~self.site[site]])
            for site, named_by in link.named_by.items():
                brought_by.setdefault(site, set()).update(named_by)
        for site, named_by in sorted(brought_by.items()):
            model.add_bool_or([self.site[name] for name in sorted(named_by)] + [~self.site[site]])
        for one in problem.representation:
            stand_ins = {other: self.nearest[one, other] for other in problem.sites if (one, other) in self.nearest}
            model.add_at_most_one(stand_ins.values())
            for other, literal in stand_ins.items():
                model.add_implication(literal, self.site[other])

    def _dates(self) -> None:
        """T6. The other rules of dates have been settled for each site alone, or are links."""
        if self.problem.visits_per_week is None:
            return
        for visits in self.options.with_onsite_day().values():
            counted = [literal for visit in visits if (literal := self._counted(visit)) is not None]
            self.model.add(sum(counted) <= self.problem.visits_per_week)

    def _counted(self, visit: int) -> Literal | None:
        """Whether a visit counts in its weeks: not if a "same week" link brings it."""
        site = self.options.visits[visit][0]
        bringing = [link for link in self.problem.links if site in link.named_by]
        weekly = sorted({name for link in bringing if link.same_week for name in link.named_by[site]})
        if not weekly:
            return self.visit[visit]
        if all(link.same_week for link in bringing):
            return None
        counts = self.model.new_bool_var("")
        self.model.add_bool_or([~self.visit[visit], counts] + [self.site[name] for name in weekly])
        return counts

    def _links(self) -> None:
        """T7 and P12, for each link separately."""
        for link in self.problem.links:
            if link.weeks is None:
                continue
            only = sum(other.brings == link.brings for other in self.problem.links) == 1
            for site, named_by in link.named_by.items():
                for week in self.options.starting_weeks(site):
                    here, there = self.options.in_week([site], week), self.options.in_reach(named_by, week, link.weeks)
                    self._needs_one([self.visit[visit] for visit in here],
                                    [self.visit[visit] for visit in there], named_by, only)  # fmt: skip
                    for person in self.used if link.same_team else ():
                        self._needs_one(self._seats(here, person), self._seats(there, person), named_by, only)

    def _needs_one(self, ours: list[Literal], theirs: list[Literal], named_by: tuple[str, ...], only: bool) -> None:
        """Each of ours needs one of theirs. Where another link may bring the site, only once a naming site is selected."""
        for literal in ours:
            if only:
                self.model.add_bool_or([*theirs, ~literal])
                continue
            for name in named_by:
                self.model.add_bool_or([*theirs, ~literal, ~self.site[name]])

    def _seats(self, visits: list[int], person: str) -> list[Literal]:
        return [self.seat[self.options.of_visit[visit][person]] for visit in visits if person in self.options.of_visit[visit]]

    def _teams(self) -> None:
        """P1, P2, P7, P8, P11 and P13 of every visit that could be made."""
        model, people = self.model, self.problem.inspectors
        for visit, by_person in self.options.of_visit.items():
            kind, made = self.options.kind(visit), self.visit[visit]
            site = self.problem.sites[self.options.visits[visit][0]]
            seats = {person: self.seat[seat] for person, seat in by_person.items()}
            for inspectorate, count in kind.seats.items():  # P1
                own = [seat for person, seat in seats.items() if people[person].inspectorate == inspectorate]
                if count == 1:
                    model.add_exactly_one([*own, ~made])
                    continue
                model.add(sum(own) == count * made)
                for seat in own:
                    model.add_implication(seat, made)
            for inspectorates, most in inexperienced_limits(kind):  # P2
                new = [seat for person, seat in seats.items()
                       if people[person].inspectorate in inspectorates and not people[person].experienced]  # fmt: skip
                if len(new) > most:
                    model.add(sum(new) <= most)
            for one, other in self.problem.apart:  # P7
                if one in seats and other in seats:
                    model.add_at_most_one(seats[one], seats[other])
            for skill in sorted(site.needs):  # P8
                model.add_bool_or([seat for person, seat in seats.items() if skill in people[person].skills] + [~made])
            leads = [seat for person, seat in seats.items()  # P11
                     if people[person].experienced and people[person].inspectorate == kind.inspectorate]  # fmt: skip
            model.add_bool_or([*leads, ~made])
            for person in sorted(site.named):  # P13
                model.add_implication(made, seats[person])

    def _loads(self) -> None:
        """P3, P9 and P10 of every inspector, and whether they are used at all."""
        model, problem, options = self.model, self.problem, self.options
        self.busiest = model.new_int_var(0, 1000, "")
        for person, used in self.used.items():
            for pair in options.kept_apart(person):  # P14, P15
                model.add_at_most_one([self.seat[seat] for seat in pair])
            if problem.load_weight:
                model.add(sum(self.seat[seat] * len(options.visits[options.seats[seat][0]][1].onsite)
                              for seat in options.of_inspector[person]) <= self.busiest)  # fmt: skip
            for together in options.needed_together(person):  # P3; and nobody unused is needed
                model.add_at_most_one([self.seat[seat] for seat in together] + [~used])
            most = problem.inspectors[person].max_days
            if most is not None:  # P9
                days = [len(options.visits[options.seats[seat][0]][1].onsite) for seat in options.of_inspector[person]]
                seats = [self.seat[seat] for seat in options.of_inspector[person]]
                model.add(cp_model.LinearExpr.weighted_sum(seats, days) <= most * used)
            if problem.weeks_in_row is not None:  # P10
                present = {}
                for week, sets in options.onsite_in_week(person).items():
                    present[week] = model.new_bool_var("")
                    model.add_implication(present[week], used)
                    for together in sets:
                        model.add_at_most_one([self.seat[seat] for seat in together] + [~present[week]])
                for week in present:
                    in_row = [week + timedelta(weeks=n) for n in range(problem.weeks_in_row + 1)]
                    if all(other in present for other in in_row):
                        model.add_bool_or([~present[other] for other in in_row])

    def _costs(self) -> list[dict[int, float]]:
        """The three objectives, by the index of the literal."""
        problem, options = self.problem, self.options
        selection = {literal.index: problem.sites[site].worth for site, literal in self.site.items()}
        selection |= {literal.index: problem.representation[one][other] for (one, other), literal in self.nearest.items()}
        calendar = {literal.index: options.visits[visit][1].cost for visit, literal in enumerate(self.visit)}
        staffing = {literal.index: problem.continuity_weight for literal in self.used.values()}
        for literal, (visit, person) in zip(self.seat, options.seats):
            staffing[literal.index] = travel(problem, options.visits[visit][0], person)
        staffing[self.busiest.index] = problem.load_weight
        count = {literal.index: 1.0 for literal in self.site.values()}
        return [{index: cost for index, cost in costs.items() if cost} for costs in (selection, calendar, staffing, count)]

    def _objective(self, tier: int) -> cp_model.LinearExpr:
        scale, costs = self.scales[tier], self.costs[tier]
        literals = [self.model.get_int_var_from_proto_index(index) for index in costs]
        return cp_model.LinearExpr.weighted_sum(literals, [round(cost * scale) for cost in costs.values()])

    def keep(self, tier: int, value: float) -> None:
        """From now on, no plan is worse in this tier: than the plan in hand, in the solver's own whole numbers."""
        del value
        self.strict = self.reached
        slack = floor(KEPT_WITHIN * self.scales[tier])
        if tier == COUNT or MAXIMISED[tier]:
            self.last = self.model.add(self._objective(tier) >= self.reached - slack)
        else:
            self.model.add(self._objective(tier) <= self.reached + slack)

    def loosen(self, value: float) -> None:
        """The last row kept is of tier 1, and from now on asks for this much only."""
        low = floor((value - KEPT_WITHIN) * self.scales[0])
        domain = self.last.proto.linear.domain
        high = domain[1]
        domain.clear()
        domain.extend([low, high])

    def solve(self, tier: int, seconds: float, on_plan: Callable[[], None]) -> Outcome:
        """Solves one tier over all the rules; `on_plan` is called whenever a better plan is found."""
        model, scale = self.model, self.scales[tier]
        model.clear_objective()
        (model.maximize if tier == COUNT or MAXIMISED[tier] else model.minimize)(self._objective(tier))
        if self.hint is not None:
            model.clear_hints()
            for index, value in enumerate(self.hint):
                model.add_hint(model.get_int_var_from_proto_index(index), value)
        solver = cp_model.CpSolver()
        if self.workers is None:
            # Here this beats every portfolio that was tried, also on two cores: README.md has the figures.
            solver.parameters.num_workers = 1
            solver.parameters.linearization_level = 2
        else:
            solver.parameters.num_workers = self.workers
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.absolute_gap_limit = KEPT_WITHIN * scale
        solver.parameters.relative_gap_limit = 0.0
        status = solver.solve(model, _OnPlan(on_plan))
        if status == cp_model.INFEASIBLE:
            return Outcome("infeasible", None, None)
        # Nothing known of the bound is an infinite or an absurdly large one.
        bound = solver.best_objective_bound / scale if abs(solver.best_objective_bound) < 1e15 else None
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Outcome("limit", None, bound)
        self.hint = list(solver.response_proto.solution)
        self.reached = round(solver.objective_value)
        return Outcome("optimal" if status == cp_model.OPTIMAL else "limit", self._visits(), bound)

    def _visits(self) -> list[Visit]:
        chosen = []
        for visit, (site, start) in enumerate(self.options.visits):
            if self.hint[self.visit[visit].index]:
                seats = self.options.of_visit[visit]
                team = tuple(person for person, seat in seats.items() if self.hint[self.seat[seat].index])
                chosen.append(Visit(site, start, team))
        return chosen


class _OnPlan(cp_model.CpSolverSolutionCallback):
    """Passes on that there is a plan."""

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call

    def on_solution_callback(self) -> None:
        """Called by the solver with each better plan."""
        self._call()
