//! The words that every document is made of.

use assize::words;

use crate::plan::{self, day};

#[test]
fn dates_lists_and_numbers_read_well() {
    let range = |a: &str, b: &str| words::date_range(day(a), day(b));
    assert_eq!(range("2027-02-08", "2027-02-08"), "8 February 2027");
    assert_eq!(range("2027-02-08", "2027-02-10"), "8 to 10 February 2027");
    assert_eq!(
        range("2027-02-26", "2027-03-01"),
        "26 February to 1 March 2027"
    );
    assert_eq!(
        range("2026-12-31", "2027-01-01"),
        "31 December 2026 to 1 January 2027"
    );
    let days = ["2027-02-01", "2027-02-08", "2027-02-15", "2027-03-01"].map(day);
    assert_eq!(words::days_list(&days), "1, 8 and 15 February and 1 March");
    assert_eq!(words::list::<&str>(&[]), "");
    assert_eq!(words::list(&["a"]), "a");
    assert_eq!(words::list(&["a", "b", "c"]), "a, b and c");
    assert_eq!(words::count(1, "visit", "visits"), "1 visit");
    assert_eq!(words::decimal(-0.0004), "0.000");
    assert_eq!(words::decimal(-1.0625), "-1.063");
    assert_eq!(words::six_decimals(-0.0000004), "0.000000");
    assert_eq!(words::in_millionths(-1.0000012), -1_000_001);
    assert_eq!(words::in_millionths(32.7810004), 32_781_000);
    assert_eq!(words::fixed(-5, 2), "-0.05");
}

#[test]
fn a_kind_is_called_by_its_label_or_its_key_in_words() {
    let called = |id: &str, label: Option<&str>| {
        let mut kind = plan::inspection().kinds.swap_remove(0);
        kind.id = id.into();
        kind.label = label.map(str::to_owned);
        let name = words::kind_name(&kind);
        (words::capital(&name), name)
    };
    let is = |capital: &str, name: &str| (capital.to_owned(), name.to_owned());
    assert_eq!(called("cps_area", None), is("CPS area", "CPS area"));
    let service = is("Youth justice service", "youth justice service");
    assert_eq!(called("youth_justice_service", None), service);
    assert_eq!(called("pdu", None), is("PDU", "PDU"));
    assert_eq!(
        called("yot_of_the_old_sort", None),
        is("YOT of the old sort", "YOT of the old sort")
    );
    let unit = is("Probation delivery unit", "probation delivery unit");
    assert_eq!(called("pdu", Some("Probation delivery unit")), unit);
    let area = is("CPS Area", "CPS Area");
    assert_eq!(called("cps_area", Some("CPS Area")), area);
    assert_eq!(called("x", Some("A prison")), is("A prison", "a prison"));
}
