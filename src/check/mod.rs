//! The checker: every rule and every tier, recomputed from the tables alone. It shares no arithmetic with the planner.
