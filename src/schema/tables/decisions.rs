//! What people have settled and said.

use crate::domain::Outcome;
use crate::schema::field::{Field, may, must};
use crate::schema::forms::{Date, PlanCode, Refers, Text, Thing, Words};
use crate::schema::spec::{TableSpec, table};
use crate::schema::words;

table! {
    /// What you have already settled, if the site is selected: a pilot's week, or who must go.
    fixed = TableSpec::OPTIONAL;

    /// For which site.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// No onsite day before this one.
    NOT_BEFORE: Date = may("not_before", Date);
    /// No onsite day after this one.
    NOT_AFTER: Date = may("not_after", Date);
    /// Who must be on the visit.
    INSPECTOR: Refers = may("inspector", Refers(Thing::Inspector));
}

table! {
    /// Issues raised about a proposed site. They are shown beside the selection.
    consultation = TableSpec::OPTIONAL;

    /// About which site.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// Through which inspectorate it was raised.
    INSPECTORATE: Refers = must("inspectorate", Refers(Thing::Inspectorate));
    /// The day it was raised.
    RAISED_ON: Date = must("raised_on", Date);
    /// What was raised.
    ISSUE: Text = must("issue", Text);
    /// What came of it. Reflect it yourself in the other tables; you are warned if you have not.
    OUTCOME: Words<Outcome> = must("outcome", words::OUTCOME);
    /// Why.
    REASON: Text = may("reason", Text);
}

table! {
    /// Authorities given so far, each for one plan. Every output says DRAFT until each inspectorate has a row with the plan's code.
    authority = TableSpec::OPTIONAL;

    /// Whose authority.
    INSPECTORATE: Refers = must("inspectorate", Refers(Thing::Inspectorate));
    /// By whom.
    GIVEN_BY: Text = must("given_by", Text);
    /// The day it was given.
    GIVEN_ON: Date = must("given_on", Date);
    /// The code of the plan that it was given for, such as 3F2A-90C1: the summary of the plan has it. Without it the row counts for no
    /// plan.
    CODE: PlanCode = may("code", PlanCode);
}

table! {
    /// The days on which the boards and chiefs of the inspectorates decide. Agreement, authority and sign-off then fall on such a day.
    boards = TableSpec::OPTIONAL;

    /// Whose board or chief.
    INSPECTORATE: Refers = must("inspectorate", Refers(Thing::Inspectorate));
    /// The day.
    DATE: Date = must("date", Date);
    /// What meets, such as HMI Board.
    WHAT: Text = may("what", Text);
}
