//! What the commands say on a terminal: the summary and the score table, word for word.

use assize::documents::views::{Overview, Ranking};
use assize::documents::{score_table, summary};
use assize::domain::*;
use assize::instance::Instance;
use assize::score::Scores;

use crate::plan::{self, day};

/// Three forces, the first of them selected, and no Areas.
fn small() -> (Inspection, Planned) {
    let mut inspection = plan::inspection();
    inspection.sites.truncate(3);
    inspection.kinds.truncate(1);
    inspection.links.clear();
    let mut planned = plan::planned(&plan::inspection());
    planned.plan.visits.truncate(1);
    planned.plan.visits[0].site = "force-01".into();
    (planned.plan.tiers[0].value, planned.plan.tiers[0].best) = (1.5, Some(1.5));
    let change = |count, allowed, value| CountChange {
        kind: "police_force".into(),
        count,
        allowed,
        value,
    };
    planned.counts = vec![
        change(0, false, Worth::Impossible),
        change(2, true, Worth::Exactly(1.25)),
    ];
    (inspection, planned)
}

#[test]
fn the_summary_of_a_small_plan() {
    let (inspection, planned) = small();
    assert_eq!(
        summary(&Overview::new(&Instance::new(inspection.clone()), &planned)),
        "\
DRAFT OFFICIAL-SENSITIVE

Joint case building by the police and the CPS
Scenario: none
Plan: 1A87-F429
How well do the police and the CPS build strong cases together?

Authority: HMICFRS by 29 December 2026 and HMCPSI by 18 December 2026.
Not yet recorded for this plan: the authority of HMICFRS and HMCPSI.
Letters: all together, by 11 January 2027. From the authority that leaves 8 working days; at least 5 must stay free.

1 visit
  22 to 24 February 2027  Avon and Somerset Police, led by Inspector P01
                          Inspector P01 and Inspector C01; Inspector P02 and Inspector C02

Sites selected
  Police force: 1 of 3
    Not represented: 2 sites, further than 0.5 in profile from every selected site: Cheshire Constabulary and Devon and Cornwall Police.
    No visit with region South or Wales.

How good this plan is
  Selection: 1.500 points, the more the better: evidence 0.467 and representation 1.250, less burden 1.000 and cost 0.500. No selection that has a plan scores more: proved.
  Calendar: 45 points lost, the fewer the better: no days in leave periods and 1 week of delay. With a selection within 0.05 of the best and no fewer sites, no other dates lose fewer: proved.
  Staffing: 4 inspectors and their travel, the less the better. The best found in the time given; no other teams can need more than 3 % less.
  Onsite days: 3 for the busiest (4 inspectors), 3 for the one in the middle of the 4 on a visit. 16 inspectors are on none.

With another number of sites
  Police force: 1 selected. With 0 (outside the limits set) there is no plan. With 2 the selection would score 1.250 points, 0.250 less.

What the weights mean
  evidence 1.0: a site whose record and intelligence teach as much as can be adds 1 point to the selection: one site's full evidence.
  intelligence_share 0.3: 30 % of a site's evidence is intelligence (strengths that add up to 5 count in full), the rest its record of performance.
  representation 1.0: one more site wholly represented weighs as much as one site's full evidence; half represented, half of that. Numbers in a profile are compared by their places in the order of size.
  tolerance 0.05: selections that score up to 0.05 points less than the best, with no fewer sites, count as equally good: among them dates decide. Beyond that no date outweighs a better selection, and teams outweigh neither.
  burden 1.0: 20 days of other inspections weigh as much as one site's full evidence; fewer days in proportion, more days no more than that.
  cost 0.5: a visit of 20 inspector-days, as many as a police force takes by its kind, weighs half as much as one site's full evidence; others in proportion.
  leave 10.0: one onsite day in a period better avoided weighs as much as 10 weeks of delay of one visit.
  delay 1.0: each week by which a visit starts after the first week possible loses 1 point.
  travel 1.0: 100 km travelled by one inspector lose 1 point.
  continuity 2.0: one inspector fewer on the whole plan weighs as much as 200 km of travel.
  load 0.0: it does not count how evenly onsite days are shared.
"
    );
}

#[test]
fn an_unproved_selection_and_untried_numbers_say_so() {
    let (mut inspection, mut planned) = small();
    inspection.authority_given = ["HMICFRS", "HMCPSI"]
        .map(|inspectorate| AuthorityGiven {
            code: Some(plan_code(&planned.plan.visits)),
            inspectorate: inspectorate.into(),
            given_by: "Board".to_owned(),
            given_on: day("2026-12-17"),
        })
        .into();
    planned.counts.clear();
    planned.plan.tiers[0].proven = false;
    planned.plan.tiers[0].bound = Some(1.75);
    planned.plan.tiers[2].bound = None;
    let text = summary(&Overview::new(&Instance::new(inspection.clone()), &planned));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..3],
        ["OFFICIAL-SENSITIVE", "", &inspection.header.title]
    );
    let has = |line: &str| assert!(lines.contains(&line), "{line}\nin\n{text}");
    has(
        "  Selection: 1.500 points, the more the better: evidence 0.467 and representation 1.250, less burden 1.000 and cost 0.500. \
         The best found in the time given. Nothing can score above 1.750 points.",
    );
    has(
        "  Staffing: 4 inspectors and their travel, the less the better. The best found in the time given; how much \
         better another could be is not known.",
    );
    has("  Police force: 1 selected; other numbers were not tried.");
}

#[test]
fn the_summary_warns_where_an_outcome_of_consultation_is_not_reflected() {
    let mut inspection = plan::inspection();
    let planned = plan::planned(&inspection);
    let (mut first, mut second) = (
        inspection.consultation[0].clone(),
        inspection.consultation[0].clone(),
    );
    (first.site, first.outcome) = ("force-12".into(), Outcome::Excluded);
    (second.site, second.outcome) = ("force-03".into(), Outcome::Excluded);
    inspection.consultation.extend([first, second]);
    let warnings = |inspection: &Inspection| -> Vec<String> {
        let text = summary(&Overview::new(&Instance::new(inspection.clone()), &planned));
        let lines = text
            .lines()
            .skip_while(|line| *line != "Consultation not reflected");
        lines
            .skip(1)
            .take_while(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        warnings(&inspection),
        [
            "  Cheshire Constabulary: the outcome is other dates, but neither fixed.csv nor periods_to_avoid.csv names the site.",
            "  West Yorkshire Police: the outcome is to exclude it, but it is selected.",
        ]
    );
    inspection.consultation.truncate(1);
    inspection.fixed.push(Fixed {
        site: "force-02".into(),
        not_before: Some(day("2027-04-01")),
        not_after: None,
        inspector: None,
    });
    assert_eq!(warnings(&inspection), Vec::<String>::new());
}

#[test]
fn the_score_table_of_a_small_inspection() {
    let (mut inspection, _) = small();
    inspection.performance[0].value = None;
    assert_eq!(
        score_table(&Ranking::new(&inspection, &Scores::new(&inspection))),
        "\
DRAFT OFFICIAL-SENSITIVE

Joint case building by the police and the CPS
Scenario: none
Points of each site on its own: for its record and intelligence, less burden and cost. What it adds by representing others depends on the selection.

Police force: 3 sites
  Rank  Site                             Record  Intelligence        Burden          Cost         Total  Missing data
     1  Devon and Cornwall Police         0.350         0.000         0.000        -0.500        -0.150
     2  Cheshire Constabulary             0.350         0.000        -0.150        -0.500        -0.300
     3  Avon and Somerset Police          0.350         0.000        -1.000        -0.500        -1.150  Charge rate (synthetic): too little data, record taken as one half
"
    );
}

#[test]
fn the_travel_of_all_is_in_whole_hundreds_and_that_of_a_few_is_not_told() {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    planned.plan.tiers[2].proven = true;
    let staffing = |inspection: &Inspection, planned: &Planned| {
        let text = summary(&Overview::new(&Instance::new(inspection.clone()), planned));
        let line = text.lines().find(|line| line.contains("Staffing:"));
        line.expect("a line").to_owned()
    };
    let proved =
        "With so good a selection and dates, no other teams need less of the two together: proved.";
    assert_eq!(
        staffing(&inspection, &planned),
        format!(
            "  Staffing: about 8,700 km there and back in all, and 20 inspectors, the less the better. {proved}"
        )
    );
    // Four people: their sum would say too much of each.
    planned.plan.visits.truncate(2);
    assert_eq!(
        staffing(&inspection, &planned),
        format!("  Staffing: 4 inspectors and their travel, the less the better. {proved}")
    );
}
