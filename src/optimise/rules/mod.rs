//! The rules as rows of the model: one function each, named as the rule is, and one flat list of them.

mod cliques;
mod dates;
mod experience;
mod headcount;
mod journey;
mod people;
mod pilot;
mod same_team;
mod selection;
mod write_up;

use super::candidate::CandidateVisit;
use super::decomposition::Seating;
use super::model::PlanModel;
use super::problem::PlanningProblem;
use super::restriction::Restriction;
use crate::domain::Rule;

pub(super) use same_team::bringers;

/// The model of a restriction, bound by every rule that holds in the problem.
pub(super) fn formulate(problem: &PlanningProblem, restriction: Restriction) -> PlanModel<'_> {
    let mut model = PlanModel::new(problem, restriction);
    let by_season = model.restriction.seating == Seating::BySeason;
    let rules = problem.rules.iter();
    let rules = rules.filter(|rule| !(by_season && is_of_diaries(*rule)));
    for rows in rules.filter_map(rows_of) {
        rows(&mut model);
    }
    selection::at_least_one(&mut model);
    people::enough_people(&mut model);
    headcount::enough_days(&mut model);
    for selected in std::mem::take(&mut model.restriction.barred) {
        selection::other_than(&mut model, &selected);
    }
    model
}

/// Adds the rows of a rule.
type Rows = fn(&mut PlanModel<'_>);

/// What adds the rows of a rule; none where the rule is settled before there is a model
/// ([`crate::domain::Subject::is_settled_before_the_model`]).
fn rows_of(rule: Rule) -> Option<Rows> {
    let rows: Rows = match rule {
        Rule::Count => selection::count,
        Rule::Included => selection::included,
        Rule::Quota => selection::quota,
        Rule::Burden => selection::burden,
        Rule::Link => selection::link,
        Rule::WeekLimit => dates::week_limit,
        Rule::Together => dates::together,
        Rule::Pilot => pilot::pilot,
        Rule::Joint => people::joint,
        Rule::Experience => experience::experience,
        Rule::OnePlace => people::one_place,
        Rule::Apart => people::apart,
        Rule::Skills => people::skills,
        Rule::Limit => people::limit,
        Rule::Rest => people::rest,
        Rule::VisitLead => people::visit_lead,
        Rule::SameTeam => same_team::same_team,
        Rule::Named => people::named,
        Rule::WriteUp => write_up::write_up,
        Rule::Journey => journey::journey,
        // The problem holds only the starts that keep these,
        Rule::Window | Rule::Notice | Rule::WorkingDays => return None,
        Rule::Avoid | Rule::Gap | Rule::FixedDates => return None,
        // and only the inspectors who keep these.
        Rule::Available | Rule::Cleared | Rule::NoConflict => return None,
        // What happens inside a visit is placed once the visit is settled: see `timetable`.
        Rule::Placed | Rule::Hours | Rule::PairInOnePlace | Rule::SeenInOnePlace => {
            return None;
        }
        Rule::TakenJointly | Rule::InOrder | Rule::OnSetDay | Rule::AtSetTimes => return None,
        Rule::OpenedAndClosed | Rule::SessionSkills | Rule::SessionSecurity => return None,
        Rule::Preparation => return None,
    };
    Some(rows)
}

/// Whether a rule says which visits go together in the diary of one inspector, and nothing else.
fn is_of_diaries(rule: Rule) -> bool {
    match rule {
        Rule::OnePlace | Rule::Limit | Rule::Rest | Rule::WriteUp | Rule::Journey => true,
        Rule::Count | Rule::Included | Rule::Quota | Rule::Burden | Rule::Link => false,
        Rule::Window | Rule::Notice | Rule::WorkingDays | Rule::Avoid | Rule::Gap => false,
        Rule::WeekLimit | Rule::Together | Rule::FixedDates | Rule::Pilot => false,
        Rule::Available | Rule::Cleared | Rule::NoConflict => false,
        // These speak of whole teams.
        Rule::Joint | Rule::Experience | Rule::Apart | Rule::Skills | Rule::VisitLead => false,
        Rule::SameTeam | Rule::Named => false,
        Rule::Placed | Rule::Hours | Rule::PairInOnePlace | Rule::SeenInOnePlace => false,
        Rule::TakenJointly | Rule::InOrder | Rule::OnSetDay | Rule::AtSetTimes => false,
        Rule::OpenedAndClosed | Rule::SessionSkills | Rule::SessionSecurity => false,
        Rule::Preparation => false,
    }
}

/// Whether nobody can be on both of two visits, by the rules that say so of every two.
pub(super) fn exclude_each_other(
    model: &PlanModel,
    a: &CandidateVisit,
    b: &CandidateVisit,
) -> bool {
    let problem = model.problem;
    let on_one_day = || model.choice(a).start.shares_a_day(&model.choice(b).start);
    a.site == b.site
        || (problem.holds(Rule::OnePlace) && on_one_day())
        || (problem.holds(Rule::WriteUp) && write_up::comes_too_soon(model, a, b))
        || (problem.holds(Rule::Journey) && journey::is_too_far(model, a, b))
}

/// Whether the one of two visits brings the other in the same week: a link of that timing ties them, and both start in one ISO week.
fn is_brought_along(model: &PlanModel, a: &CandidateVisit, b: &CandidateVisit) -> bool {
    model.problem.may_be_brought(a.site, b.site)
        && model.choice(a).start.week == model.choice(b).start.week
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_rows_or_is_settled_before() {
        for rule in Rule::ALL {
            let settled = rule.subject().is_settled_before_the_model();
            assert_eq!(rows_of(*rule).is_none(), settled, "{rule:?}");
        }
    }
}
