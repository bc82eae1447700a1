//! What each rule says that it looks at, held against what the checker finds: the planner rests its proofs on it.
//!
//! Each plan that breaks a rule is changed in one respect after another. Where a rule does not look at it, the checker's
//! findings on that rule stay as they were.

mod facts;

use assize::check::{Report, check};
use assize::domain::*;
use chrono::Days;

use super::base::{inspection, plan};
use super::{rules, timetables};

type State = (Inspection, Plan);

/// The sound plan, and for each rule one that breaks it.
fn states() -> Vec<State> {
    let mut states = vec![(inspection(), plan())];
    for (_, change, _) in rules::cases() {
        let (mut inspection, mut plan) = (inspection(), plan());
        change(&mut inspection, &mut plan);
        states.push((inspection, plan));
    }
    for (_, change, _) in timetables::CASES {
        let (mut inspection, mut plan) = (inspection(), plan());
        timetables::draw_up(&mut inspection, &mut plan);
        change(&mut inspection, &mut plan);
        states.push((inspection, plan));
    }
    // One where every activity asks for something of those who take it.
    let (mut inspection, mut plan) = (inspection(), plan());
    timetables::draw_up(&mut inspection, &mut plan);
    for activity in &mut inspection.activities {
        activity.skills.insert("advocacy".to_owned());
        activity.security = Some("CMS".to_owned());
    }
    states.push((inspection, plan));
    states
}

fn report((inspection, plan): &State) -> Report {
    check(inspection, plan)
}

/// What is found against one rule, where it concerns what is meant.
fn found(
    report: &Report,
    rule: Rule,
    is_meant: impl Fn(&assize::check::Finding) -> bool,
) -> Vec<&str> {
    let findings = report.findings.iter();
    findings
        .filter(|finding| finding.rule == Some(rule) && is_meant(finding))
        .map(|finding| finding.text.as_str())
        .collect()
}

/// The rules on which more or less is found than before.
fn changed(before: &Report, now: &Report) -> RuleSet {
    let differs = |rule: &Rule| found(before, *rule, |_| true) != found(now, *rule, |_| true);
    Rule::ALL.iter().copied().filter(differs).collect()
}

/// Every plan that comes of giving one seat to somebody else, or the lead: the site, and who left or came.
fn other_teams((inspection, plan): &State) -> Vec<(State, SiteId, Vec<InspectorId>)> {
    let mut states = Vec::new();
    for (place, visit) in plan.visits.iter().enumerate() {
        for person in &inspection.inspectors {
            let mut other = plan.clone();
            other.visits[place].visit_lead = person.id.clone();
            let who = vec![visit.visit_lead.clone(), person.id.clone()];
            states.push(((inspection.clone(), other), visit.site.clone(), who));
            for seat in 0..2 * visit.pairs.len() {
                let mut other = plan.clone();
                let taken = &mut other.visits[place].pairs[seat / 2][seat % 2];
                let who = vec![taken.clone(), person.id.clone()];
                *taken = person.id.clone();
                states.push(((inspection.clone(), other), visit.site.clone(), who));
            }
        }
    }
    states
}

/// Every plan that comes of moving one visit by a day, a week or two.
fn other_dates((inspection, plan): &State) -> Vec<State> {
    let mut states = Vec::new();
    for place in 0..plan.visits.len() {
        for days in [1, 7, 14] {
            for is_later in [false, true] {
                let mut other = plan.clone();
                let visit = &mut other.visits[place];
                let moved = |date: chrono::NaiveDate| match is_later {
                    true => date + Days::new(days),
                    false => date - Days::new(days),
                };
                visit.first_day = moved(visit.first_day);
                visit.last_day = moved(visit.last_day);
                states.push((inspection.clone(), other));
            }
        }
    }
    states
}

/// Every plan that comes of leaving one visit out, with its site.
fn without_one((inspection, plan): &State) -> Vec<(State, SiteId)> {
    let each = plan.visits.iter().map(|left_out| {
        let mut other = plan.clone();
        other.visits.retain(|visit| visit.site != left_out.site);
        ((inspection.clone(), other), left_out.site.clone())
    });
    each.collect()
}

#[test]
fn rules_on_sites_and_dates_do_not_look_at_teams() {
    let mut looked = RuleSet::empty();
    for state in states() {
        let before = report(&state);
        for (other, _, _) in other_teams(&state) {
            looked |= changed(&before, &report(&other));
        }
    }
    // What is done on a visit by a pair depends on who the pair is.
    let about_people = |rule: &Rule| match rule.subject() {
        Subject::OneInspector(_) | Subject::OneTeam | Subject::TeamsTogether => true,
        Subject::InsideVisit => looked.contains(*rule),
        Subject::Selection | Subject::OneVisitsDates(_) | Subject::DatesTogether => false,
    };
    let expected: RuleSet = Rule::ALL.iter().copied().filter(about_people).collect();
    assert_eq!(looked, expected);
}

#[test]
fn rules_on_the_selection_do_not_look_at_dates() {
    let mut looked = RuleSet::empty();
    for state in states() {
        let before = report(&state);
        for other in other_dates(&state) {
            looked |= changed(&before, &report(&other));
        }
    }
    for rule in Rule::ALL {
        match rule.subject() {
            Subject::Selection => assert!(!looked.contains(*rule), "{rule:?}"),
            Subject::OneVisitsDates(_) | Subject::DatesTogether => {
                assert!(looked.contains(*rule), "{rule:?}");
            }
            Subject::OneInspector(_) | Subject::OneTeam => {}
            Subject::TeamsTogether | Subject::InsideVisit => {}
        }
    }
}

#[test]
fn rules_on_one_visit_do_not_look_at_others() {
    let mut looked = RuleSet::empty();
    for state in states() {
        let before = report(&state);
        for (other, left_out) in without_one(&state) {
            let now = report(&other);
            let elsewhere =
                |finding: &assize::check::Finding| finding.site != Some(left_out.clone());
            looked.extend(
                Rule::ALL.iter().copied().filter(|rule| {
                    found(&before, *rule, elsewhere) != found(&now, *rule, elsewhere)
                }),
            );
        }
    }
    for rule in Rule::ALL {
        match rule.subject() {
            Subject::OneVisitsDates(_) | Subject::OneInspector(_) | Subject::OneTeam => {
                assert!(!looked.contains(*rule), "{rule:?}");
            }
            Subject::DatesTogether | Subject::TeamsTogether => {
                assert!(looked.contains(*rule), "{rule:?}");
            }
            // Of these some look at one site, and some at all; nothing rests on which. Sessions of a visit that is left
            // out are nowhere.
            Subject::Selection | Subject::InsideVisit => {}
        }
    }
}

#[test]
fn rules_on_one_inspector_do_not_look_at_the_others_on_the_visit() {
    let mut looked = RuleSet::empty();
    for state in states() {
        let before = report(&state);
        for (other, site, who) in other_teams(&state) {
            let now = report(&other);
            let of_others = |finding: &assize::check::Finding| {
                let inspector = finding.inspector.as_ref();
                finding.site.as_ref() == Some(&site)
                    && !inspector.is_some_and(|inspector| who.contains(inspector))
            };
            looked.extend(
                Rule::of_teams().iter().filter(|rule| {
                    found(&before, *rule, of_others) != found(&now, *rule, of_others)
                }),
            );
        }
    }
    for rule in Rule::of_teams() {
        match rule.subject() {
            Subject::OneInspector(_) => assert!(!looked.contains(rule), "{rule:?}"),
            Subject::OneTeam | Subject::TeamsTogether => {}
            Subject::Selection | Subject::OneVisitsDates(_) => unreachable!("not of teams"),
            Subject::DatesTogether | Subject::InsideVisit => unreachable!("not of teams"),
        }
    }
}

#[test]
fn only_rules_of_timetables_look_inside_a_visit() {
    for mut state in states() {
        let before = report(&state);
        state.1.sessions.clear();
        state.1.preparation.clear();
        let looked = changed(&before, &report(&state));
        assert_eq!(looked - Rule::of_timetables(), RuleSet::empty());
    }
}

#[test]
fn date_and_person_rules_are_the_rules_they_are_named_for() {
    for rule in Rule::ALL {
        match rule.subject() {
            Subject::OneVisitsDates(of) => assert_eq!(Rule::from(of), *rule),
            Subject::OneInspector(of) => assert_eq!(Rule::from(of), *rule),
            Subject::Selection | Subject::DatesTogether | Subject::OneTeam => {}
            Subject::TeamsTogether | Subject::InsideVisit => {}
        }
    }
}
