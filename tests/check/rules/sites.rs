//! S1 to S5: for each rule the smallest changes after which exactly that rule is broken.

use assize::domain::*;

use super::Case;
use crate::check::base::*;

pub const CASES: &[Case] = &[
    (
        Rule::Count,
        |inspection, _| inspection.kinds[0].sites.min = 3,
        &["S1 count: 2 sites of kind police_force are selected; it must be at least 3."],
    ),
    (
        Rule::Count,
        |inspection, _| {
            inspection.kinds[0].sites.min = 2;
            inspection.pilot = Some(pilot("north-force", 5, false));
        },
        &[
            "S1 count: 1 site of kind police_force besides the pilot is selected; it must be at least 2.",
        ],
    ),
    (
        Rule::Count,
        |inspection, plan| {
            for kind in &mut inspection.kinds {
                kind.sites.min = 0;
            }
            plan.visits.clear();
            plan.code = "E3B0-C442".to_owned();
        },
        &["S1 count: No site is selected; a plan has at least one visit."],
    ),
    (
        Rule::Included,
        |inspection, _| inspection.kinds[0].include = vec!["west-force".into()],
        &["S2 included: West Force must be included, but is not selected."],
    ),
    (
        Rule::Quota,
        |inspection, _| {
            inspection.quotas = vec![Quota {
                kind: "police_force".into(),
                column: "region".to_owned(),
                scope: QuotaScope::Each,
                min: None,
                max: Some(1),
            }];
            let south = &mut inspection.sites[2];
            south.cells.insert("region".to_owned(), "North".to_owned());
        },
        &[
            "S3 quota: 2 sites of kind police_force with region North are selected (North Force and South Force); it must be at most 1.",
        ],
    ),
    (
        Rule::Burden,
        |inspection, _| inspection.burden.max_days = Some(3),
        &["S4 burden: North Force has 4 engagement days; a selected site has at most 3."],
    ),
    (
        Rule::Burden,
        |inspection, _| {
            inspection.burden.max_days = Some(5);
            inspection.sites[0].full_days = Some(15.0);
        },
        &[
            "S4 burden: North Force has 4 engagement days; with a full burden of 15 days it may have at most 3.75.",
        ],
    ),
    (
        Rule::Link,
        |_, plan| plan.visits.truncate(SOUTH_AREA),
        &[
            "S5 link: South Force is selected, but no site of kind cps_area that it names (South Area) is.",
        ],
    ),
];
