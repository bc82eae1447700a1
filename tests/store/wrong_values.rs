//! Wrong values in the later parts of a plan: which it is, and what must stand there.

use assize::store::read_plan;

use super::plan_file::{after, message, text};
use super::schema;

#[test]
fn other_selections_with_wrong_values_say_which_and_what_they_must_be() {
    let list = "must be a list in square brackets.";
    let keys = "must be in curly brackets, with a key for each value.";
    for (from, to, said) in [
        (
            "\"bound\": ",
            "\"best\": \"9\", \"bound\": ",
            "tiers[0].best must be a number or null.",
        ),
        (
            "\"ties\": ",
            "\"ties\": 3, \"was\": ",
            &format!("ties {keys}"),
        ),
        (
            "\"others\": ",
            "\"others\": 3, \"was\": ",
            &format!("ties.others {list}"),
        ),
        (
            "\"others\": [",
            "\"others\": [3, ",
            &format!("ties.others[0] {keys}"),
        ),
        (
            "\"all_listed\": ",
            "\"all_listed\": 3, \"was\": ",
            "ties.all_listed must be true or false.",
        ),
        (
            "\"best_selection\": ",
            "\"best_selection\": 3, \"was\": ",
            &format!("best_selection {keys}"),
        ),
        (
            "\"calendar\": ",
            "\"calendar\": \"3\", \"was\": ",
            "best_selection.calendar must be a number or null.",
        ),
        (
            "\"comes_in\": ",
            "\"comes_in\": 3, \"was\": ",
            &format!("sites[0].comes_in {list}"),
        ),
        (
            "\"goes_out\": ",
            "\"goes_out\": [3], \"was\": ",
            "sites[0].goes_out[0] must be a text, such as a site’s id.",
        ),
    ] {
        let message = after(from, to);
        let (_, found) = message.split_once(": line ").expect("a line");
        let (_, found) = found.split_once(": ").expect("a column");
        let end = " Compare that place with a plan.json that `assize plan` wrote.";
        assert_eq!(found.strip_suffix(end), Some(said));
    }
}

/// What is said of a plan with one session and one row of preparation, once `from` has been replaced by `to`.
fn after_with_sessions(from: &str, to: &str) -> String {
    let session = r#"{"site": "a", "activity": "b", "session": 1, "date": "2027-02-22", "start": "09:00", "end": "10:00", "pair": "1"}"#;
    let prepared = r#"{"site": "a", "activity": "c", "sessions": 4, "date": null, "pair": null}"#;
    let beside = format!("\"sessions\": [{session}], \"preparation\": [{prepared}], \"counts\": [");
    let sound = text().replacen("\"counts\": [", &beside, 1);
    assert!(read_plan(&sound).is_ok());
    assert_eq!(schema::faults(&sound), Some(vec![]));
    assert!(sound.contains(from), "{from} is not in the plan");
    let message = message(&sound.replacen(from, to, 1));
    let (_, said) = message.split_once(": ").expect("a beginning");
    let said = said.split_once(": ").map_or(said, |(_, said)| said);
    let end = " Compare that place with a plan.json that `assize plan` wrote.";
    said.strip_suffix(end).unwrap_or(said).to_owned()
}

#[test]
fn sessions_with_wrong_values_say_which_and_what_they_must_be() {
    let said = after_with_sessions;
    assert_eq!(
        said("\"09:00\"", "\"9 o'clock\""),
        "sessions[0].start must be a time in quotation marks, such as \"09:30\"."
    );
    assert_eq!(
        said("\"10:00\"", "600"),
        "sessions[0].end must be a time in quotation marks, such as \"09:30\"."
    );
    let pair = "the number of a pair in quotation marks, such as \"1\", or \"all\"";
    assert_eq!(
        said("\"pair\": \"1\"", "\"pair\": \"0\""),
        format!("sessions[0].pair must be {pair}.")
    );
    assert_eq!(
        said("\"pair\": null", "\"pair\": 1"),
        format!("preparation[0].pair must be {pair}, or null.")
    );
    assert_eq!(
        said("\"session\": 1", "\"session\": \"1\""),
        "sessions[0].session must be a whole number."
    );
    assert_eq!(
        said("\"sessions\": 4", "\"sessions\": -4"),
        "preparation[0].sessions must be a whole number."
    );
    assert_eq!(
        said("\"date\": null", "\"date\": \"Monday\""),
        "preparation[0].date must be a date in quotation marks, such as \"2027-02-08\", or null."
    );
    assert_eq!(
        said("\"sessions\": [{", "\"sessions\": [7, {"),
        "sessions[0] must be in curly brackets, with a key for each value."
    );
    assert_eq!(
        said("\"preparation\": [", "\"preparation\": 1, \"was\": ["),
        "preparation must be a list in square brackets."
    );
    assert_eq!(
        said("\"activity\": \"b\"", "\"activity\": \"\\u0007\""),
        "sessions[0].activity has a character in it that cannot be printed. Type it again."
    );
    assert_eq!(
        said("\"activity\": \"c\"", "\"activity\": \"\\u0007\""),
        "preparation[0].activity has a character in it that cannot be printed. Type it again."
    );
}
