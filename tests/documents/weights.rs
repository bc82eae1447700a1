//! What each weight trades, in words, by the weights in force; the README says it of the defaults.

use assize::domain::{Inspection, Weights};
use assize::insight::english::weights;
use assize::insight::weights::trades;

use crate::plan;

fn said(change: impl FnOnce(&mut Inspection)) -> Vec<String> {
    let mut inspection = plan::inspection();
    change(&mut inspection);
    weights(&trades(&inspection))
}

#[test]
fn the_readme_says_what_the_defaults_trade() {
    let readme = include_str!("../../README.md");
    for line in said(|_| {}) {
        let (name, words) = line.split_once(": ").expect("a name");
        let row = format!("- `{}`: {words}", name.replace(' ', " = "));
        assert!(readme.contains(&row), "README.md lacks\n{row}");
    }
}

#[test]
fn other_weights_are_other_words() {
    let lines = said(|inspection| {
        inspection.weights = Weights {
            evidence: 2.0,
            intelligence_share: 1.0,
            representation: 4.0,
            tolerance: 0.1,
            burden: 0.5,
            cost: 3.0,
            leave: 1.5,
            delay: 1.0,
            travel: 0.5,
            continuity: 1.0,
            load: 0.25,
        };
        inspection.burden.full_days = 12.5;
        inspection.sites[0].full_days = Some(60.0);
    });
    assert_eq!(
        lines,
        [
            "evidence 2.0: a site whose record and intelligence teach as much as can be adds 2 points to the selection: one \
             site's full evidence.",
            "intelligence_share 1.0: evidence is intelligence alone: strengths that add up to 5 count in full.",
            "representation 4.0: one more site wholly represented weighs twice as much as one site's full evidence; half \
             represented, half of that. Numbers in a profile are compared by their places in the order of size.",
            "tolerance 0.1: selections that score up to 0.1 points less than the best, with no fewer sites, count as equally \
             good: among them dates decide. Beyond that no date outweighs a better selection, and teams outweigh neither.",
            "burden 0.5: 12.5 days of other inspections (where a site has full_days of its own, that many) weigh 0.25 times as \
             much as one site's full evidence; fewer days in proportion, more days no more than that.",
            "cost 3.0: a visit of 20 inspector-days, as many as a police force takes by its kind, weighs 1.5 times as much as \
             one site's full evidence; others in proportion.",
            "leave 1.5: one onsite day in a period better avoided weighs as much as 1.5 weeks of delay of one visit.",
            "delay 1.0: each week by which a visit starts after the first week possible loses 1 point.",
            "travel 0.5: 100 km travelled by one inspector lose 0.5 points.",
            "continuity 1.0: one inspector fewer on the whole plan weighs as much as 200 km of travel.",
            "load 0.25: one onsite day less for whoever has most weighs as much as 50 km of travel.",
        ]
    );
}

#[test]
fn what_has_no_weight_is_said_not_to_count() {
    let lines = said(|inspection| {
        inspection.weights = Weights {
            evidence: 0.0,
            intelligence_share: 0.0,
            representation: 0.0,
            tolerance: 0.0,
            burden: 1.0,
            cost: 0.0,
            leave: 0.0,
            delay: 0.0,
            travel: 0.0,
            continuity: 2.0,
            load: 0.0,
        };
        inspection.intelligence = None;
    });
    assert_eq!(
        lines,
        [
            "evidence 0.0: what sites could teach does not count.",
            "intelligence_share 0.0: there is no table of intelligence, so evidence is the record of performance alone.",
            "representation 0.0: whether the selection represents the others does not count.",
            "tolerance 0.0: no date outweighs a better selection, however small the difference, and teams outweigh neither.",
            "burden 1.0: 20 days of other inspections weigh 1 point; fewer days in proportion, more days no more than that.",
            "cost 0.0: what a visit takes does not count against a site.",
            "leave 0.0: onsite days in periods better avoided do not count.",
            "delay 0.0: it does not count how late a visit is.",
            "travel 0.0: how far inspectors travel does not count.",
            "continuity 2.0: each inspector who is used loses 2 points.",
            "load 0.0: it does not count how evenly onsite days are shared.",
        ]
    );
}
