//! S1 to S3: the small print.

use assize::domain::*;

use super::base::*;

#[test]
fn too_many_and_excluded() {
    let found = found(|inspection, _| {
        inspection.kinds[1].sites = Count { min: 0, max: 1 };
        inspection.kinds[0].exclude = vec!["north-force".into(), "west-force".into()];
    });
    assert_eq!(
        found,
        [
            "S1 count: 2 sites of kind cps_area are selected; it must be at most 1.",
            "S2 included: North Force is excluded, but is selected.",
        ]
    );
}

fn quota(column: &str, scope: QuotaScope, min: Option<u32>, max: Option<u32>) -> Quota {
    Quota {
        kind: "police_force".into(),
        column: column.to_owned(),
        scope,
        min,
        max,
    }
}

#[test]
fn an_each_quota_binds_values_that_nobody_selected() {
    let found = found(|inspection, _| {
        // East occurs only among Areas, and a blank is no value.
        inspection.sites[1]
            .cells
            .insert("region".to_owned(), "East".to_owned());
        inspection.quotas = vec![quota("region", QuotaScope::Each, Some(1), None)];
    });
    assert_eq!(
        found,
        [
            "S3 quota: 0 sites of kind police_force with region West are selected; it must be at least 1."
        ]
    );
}

#[test]
fn a_quota_may_name_a_value_that_does_not_occur() {
    let found = found(|inspection, _| {
        let wales = QuotaScope::Value("Wales".to_owned());
        inspection.quotas = vec![quota("nation", wales, Some(1), Some(2))];
    });
    assert_eq!(
        found,
        [
            "S3 quota: 0 sites of kind police_force with nation Wales are selected; it must be at least 1."
        ]
    );
}

#[test]
fn quotas_speak_of_derived_columns() {
    // q is 1/6 for North, 1/2 for South, 5/6 for West.
    let found = found(|inspection, _| {
        inspection.quotas = vec![
            quota("performance_band", QuotaScope::Each, Some(1), None),
            quota("innovative", QuotaScope::Each, None, Some(1)),
        ];
    });
    assert_eq!(
        found,
        [
            "S3 quota: 0 sites of kind police_force with performance_band high are selected; it must be at least 1.",
            "S3 quota: 2 sites of kind police_force with innovative no are selected (North Force and South Force); it must be at most 1.",
        ]
    );
}

#[test]
fn bands_change_at_exactly_a_third_and_two_thirds() {
    // North and South tie: (1.5 − 0.5) / 3 is 1/3, which is low. West and South tie: (2.5 − 0.5) / 3 is 2/3, middle.
    let low = found(|inspection, _| {
        inspection.performance[1].value = Some(10.0);
        let low = QuotaScope::Value("low".to_owned());
        inspection.quotas = vec![quota("performance_band", low, None, Some(1))];
    });
    assert_eq!(
        low,
        [
            "S3 quota: 2 sites of kind police_force with performance_band low are selected (North Force and South Force); it must be at most 1."
        ]
    );
    let middle = found(|inspection, _| {
        inspection.performance[1].value = Some(30.0);
        let middle = QuotaScope::Value("middle".to_owned());
        inspection.quotas = vec![quota("performance_band", middle, None, Some(0))];
    });
    assert_eq!(
        middle,
        [
            "S3 quota: 1 site of kind police_force with performance_band middle is selected (South Force); it must be at most 0."
        ]
    );
}

#[test]
fn a_limit_to_the_burden_grows_with_what_is_full_for_the_site() {
    // North Force has 4 engagement days.
    let with = |limit, own: f64| {
        found(|inspection, _| {
            inspection.burden.max_days = Some(limit);
            inspection.sites[0].full_days = Some(own);
        })
    };
    assert_eq!(with(2, 40.0), [""; 0]);
    assert_eq!(with(5, 16.0), [""; 0]);
    assert_eq!(
        with(2, 39.0),
        [
            "S4 burden: North Force has 4 engagement days; with a full burden of 39 days it may have at most 3.9."
        ]
    );
    // 12 of 20 days times 20/3 is 4, though a computer has it a little less or more.
    assert_eq!(with(12, 20.0 / 3.0), [""; 0]);
}
