//! What each rule says that it looks at, held against what the checker finds: the planner rests its proofs on it.
//!
//! Each plan that breaks a rule is changed in one respect after another. Where a rule does not look at it, the checker's
//! findings on that rule stay as they were.

use std::collections::BTreeSet;

use assize::check::{Report, check};
use assize::domain::*;
use chrono::{Days, Weekday};

use super::base::{day, inspection, plan};
use super::{rules, timetables};

type State = (Inspection, Plan);

/// The sound plan, and for each rule one that breaks it.
fn states() -> Vec<State> {
    let mut states = vec![(inspection(), plan())];
    for (_, change, _) in rules::CASES {
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

/// Every inspection that comes of changing one fact of one inspector.
fn with_other_fact((inspection, plan): &State, fact: InspectorFact) -> Vec<State> {
    let mut states = Vec::new();
    for (row, person) in inspection.inspectors.iter().enumerate() {
        let id = &person.id;
        let mut change = |change: &dyn Fn(&mut Inspection)| {
            let mut other = inspection.clone();
            change(&mut other);
            states.push((other, plan.clone()));
        };
        match fact {
            InspectorFact::Inspectorate => {
                for inspectorate in ["HMICFRS", "HMCPSI", "Another"] {
                    change(&|other| other.inspectors[row].inspectorate = inspectorate.into());
                }
            }
            InspectorFact::Experience => {
                change(&|other| other.inspectors[row].experienced = !person.experienced);
            }
            InspectorFact::Base => change(&|other| {
                other.inspectors[row].base = Some(Position {
                    latitude: 50.0,
                    longitude: 0.0,
                });
            }),
            InspectorFact::Skills => {
                for skill in ["youth", "digital", "advocacy"] {
                    change(&|other| {
                        let skills = &mut other.inspectors[row].skills;
                        if !skills.remove(skill) {
                            skills.insert(skill.to_owned());
                        }
                    });
                }
            }
            InspectorFact::WorkingDays => {
                change(&|other| other.inspectors[row].works = vec![Weekday::Tue]);
            }
            InspectorFact::MaxDays => {
                for days in [1, 100] {
                    change(&|other| other.inspectors[row].max_days = Some(days));
                }
            }
            InspectorFact::Absences => {
                change(&|other| other.absences.retain(|row| row.inspector != *id));
                change(&|other| {
                    other.absences.push(Absence {
                        inspector: id.clone(),
                        first_day: day("2027-02-01"),
                        last_day: day("2027-04-01"),
                    });
                });
            }
            InspectorFact::Clearances => {
                change(&|other| other.clearances.retain(|row| row.inspector != *id));
                for clearance in ["NPPV3", "CMS"] {
                    change(&|other| {
                        other.clearances.push(Clearance {
                            inspector: id.clone(),
                            clearance: clearance.to_owned(),
                            valid_until: None,
                        });
                    });
                }
            }
            InspectorFact::Conflicts => {
                change(&|other| other.conflicts.retain(|row| row.inspector != *id));
                for site in &inspection.sites {
                    change(&|other| {
                        other.conflicts.push(Conflict {
                            linked: true,
                            inspector: id.clone(),
                            site: site.id.clone(),
                        });
                    });
                }
            }
            InspectorFact::KeptApart => {
                change(&|other| other.apart.clear());
                change(&|other| {
                    other.apart.push(Apart {
                        inspector_a: id.clone(),
                        inspector_b: "P01".into(),
                    });
                });
            }
            InspectorFact::FixedTo => {
                change(&|other| other.fixed.retain(|row| row.inspector.is_none()));
                change(&|other| {
                    other.fixed.push(Fixed {
                        site: "north-force".into(),
                        not_before: None,
                        not_after: None,
                        inspector: Some(id.clone()),
                    });
                });
            }
        }
    }
    states
}

/// The symmetry of the planner rests on this: two inspectors who agree in what is read may change places.
#[test]
fn rules_read_the_facts_of_an_inspector_that_they_name() {
    let states: Vec<(State, Report)> = states()
        .into_iter()
        .map(|state| {
            let report = report(&state);
            (state, report)
        })
        .collect();
    let mut missed = BTreeSet::new();
    let mut scored = BTreeSet::new();
    for fact in enumset::EnumSet::<InspectorFact>::all() {
        let mut read = RuleSet::empty();
        for (state, before) in &states {
            for other in with_other_fact(state, fact) {
                let now = report(&other);
                read |= changed(before, &now);
                if now.tiers != before.tiers {
                    scored.insert(fact);
                }
            }
        }
        for rule in Rule::ALL {
            if read.contains(*rule) != rule.reads().contains(fact) {
                missed.insert((*rule, fact));
            }
        }
    }
    assert_eq!(missed, BTreeSet::new());
    assert_eq!(scored, BTreeSet::from([InspectorFact::Base]));
}

/// What the planner keeps when weights change rests on this.
#[test]
fn each_weight_counts_in_its_own_tier_alone() {
    let usual = check(&inspection(), &plan()).tiers;
    let Weights {
        evidence,
        intelligence_share,
        representation,
        burden,
        cost,
        leave,
        delay,
        travel,
        continuity,
    } = Weights::default();
    let more = |change: &dyn Fn(&mut Weights)| {
        let mut weights = Weights::default();
        change(&mut weights);
        weights
    };
    let others = [
        more(&|weights| weights.evidence = evidence + 1.0),
        more(&|weights| weights.intelligence_share = intelligence_share + 0.1),
        more(&|weights| weights.representation = representation + 1.0),
        more(&|weights| weights.burden = burden + 1.0),
        more(&|weights| weights.cost = cost + 1.0),
        more(&|weights| weights.leave = leave + 1.0),
        more(&|weights| weights.delay = delay + 1.0),
        more(&|weights| weights.travel = travel + 1.0),
        more(&|weights| weights.continuity = continuity + 1.0),
    ];
    let before = Weights::default().by_tier();
    for weights in others {
        let now = weights.by_tier();
        let weighed = Inspection {
            weights,
            ..inspection()
        };
        let tiers = check(&weighed, &plan()).tiers;
        let counts = [0, 1, 2].map(|tier: usize| tiers[tier] != usual[tier]);
        let belongs = [
            now.selection != before.selection,
            now.calendar != before.calendar,
            now.staffing != before.staffing,
        ];
        assert_eq!(counts, belongs, "{:?}", weighed.weights);
    }
}
