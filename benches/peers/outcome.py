"""What a solver says of one tier."""

from dataclasses import dataclass

from plan import Visit

# Design, section 4: optimal is within 1e-6, absolutely. Both the gap that proves a tier and the slack in the row that keeps it.
KEPT_WITHIN = 1e-6


@dataclass(frozen=True)
class Outcome:
    """`optimal`, `limit` or `infeasible`; the best plan found, if any; what no plan can beat, if known."""

    status: str
    visits: list[Visit] | None
    bound: float | None
