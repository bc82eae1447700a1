//! A file that somebody edited is theirs: it is never overwritten.

use super::Copied;
use super::common::names;

#[test]
fn a_plan_edited_by_hand_is_kept() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input").code, Some(0));
    small.change(
        "input/out/plan.json",
        "\"visit_lead\": \"P2\"",
        "\"visit_lead\": \"P1\"",
    );
    let edited = small.read("input/out/plan.json");
    let visits = small.read("input/out/visits.csv");
    let files = names(&small.path("input/out"));
    // Even where the new plan is another one, so that the other files would change.
    small.change(
        "input/inspection.toml",
        "start_days = [\"Mon\"]",
        "start_days = [\"Tue\"]",
    );
    let ran = small.run("plan input");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "input/out/plan.json was not written by this program, or was changed since. It is kept, and nothing was written. \
         Name another folder with --out, or move that file away.\n"
    );
    assert_eq!(small.read("input/out/plan.json"), edited);
    assert_eq!(small.read("input/out/visits.csv"), visits);
    assert_eq!(names(&small.path("input/out")), files);
}

#[test]
fn our_own_plan_is_replaced() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input").code, Some(0));
    let before = small.read("input/out/plan.json");
    small.change(
        "input/inspection.toml",
        "start_days = [\"Mon\"]",
        "start_days = [\"Tue\"]",
    );
    let ran = small.run("plan input");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_ne!(small.read("input/out/plan.json"), before);
    assert_eq!(small.run("check input input/out/plan.json").code, Some(0));
}
