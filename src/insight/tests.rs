//! Facts are told as JSON, for programs that show them otherwise: names, dates and numbers, and no sentences.

use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};

use super::count::other_counts;
use super::particulars::Particulars;
use super::site::{Case, Grounds, why_this_site};
use super::team::why_these_people;
use super::week::why_this_week;
use crate::domain::{Inspection, SiteRow};
use crate::input;
use crate::instance::Instance;
use crate::optimise::{Answer, Budget, explain, plan};

fn small() -> Inspection {
    let loaded = input::load(Path::new("examples/small"), None);
    loaded.expect("sound tables").inspection
}

fn told(fact: &impl Serialize) -> Value {
    serde_json::to_value(fact).expect("it can be told")
}

#[test]
fn why_a_site_a_week_and_a_team() {
    let instance = Instance::new(small());
    let (inspection, scores) = (&instance.inspection, &instance.scores);
    let answer = plan(&instance, &Budget::unlimited(), &mut |_| {});
    let Ok(Answer::Plan(planned)) = answer else {
        panic!("the small example has a plan");
    };
    let facts = Particulars::new(&instance, &planned);
    let represented_by = facts.represented_by();
    let grounds = Grounds::new(&facts, &represented_by);
    let kind = &inspection.kinds[0];
    let sites = inspection.sites.iter().enumerate();
    let why: Vec<Value> = sites
        .map(|(row, site)| {
            let row = SiteRow::from(row);
            let score = &scores.sites[row];
            let case = Case {
                kind,
                row,
                site,
                score,
            };
            told(&why_this_site(&grounds, &case))
        })
        .collect();
    let named = |name: &str| json!({"id": name.to_lowercase(), "name": name});
    // The one in question stands first among those that come or go.
    let less = |comes_in: [&str; 2], goes_out: [&str; 2]| {
        let instead = json!({
            "comes_in": comes_in.map(named),
            "goes_out": goes_out.map(named),
            "parts": [
                {"part": "evidence", "points": -0.6000000000000002, "intelligence": 0.2},
                {"part": "burden", "points": 0.5, "intelligence": 0.0},
            ],
            "visitable": true,
        });
        let at_most = 3.266666666666667;
        json!({"less": {"at_most": at_most, "plan": 3.366666666666667, "instead": instead}})
    };
    let without_alder = less(["Cedar", "Dogwood"], ["Alder", "Birch"]);
    let without_birch = less(["Cedar", "Dogwood"], ["Birch", "Alder"]);
    let with_dogwood = less(["Dogwood", "Cedar"], ["Alder", "Birch"]);
    let represents = json!({"represents": {"others": 1}});
    let expected = json!([
        {"selected": [{"strong_evidence": ["lowest_third"]}, represents, {"without": without_alder}]},
        {"selected": [represents, {"without": without_birch}]},
        {"not_selected": [{"with": without_alder}]},
        {"not_selected": [{"with": with_dogwood}]},
    ]);
    assert_eq!(Value::from(why), expected);
    let visit = &facts.visits()[1];
    let follow_up = json!({"forbidden": [{"gap": ["Synthetic: follow-up inspection"]}]});
    let holiday = json!({"better_avoided": ["Synthetic: local school holiday"]});
    let expected = json!({"not_earlier": [
        {"weeks": ["2027-03-01"], "against": follow_up},
        {"weeks": ["2027-03-08"], "against": holiday},
    ]});
    assert_eq!(told(&why_this_week(&facts, visit)), expected);
    let expected = json!([
        {"pairs": [["HMICFRS", "HMCPSI"]]},
        {"all_cleared": "NPPV3"},
        {"on_other_visits": {"shared": 1, "seats": 2}},
    ]);
    assert_eq!(told(&why_these_people(&facts, visit)), expected);
    let expected = json!({
        "kind": {"id": "police_force", "name": "police force"},
        "selected": 2,
        "plan": 3.366666666666667,
        "best": 3.366666666666667,
        "proved": true,
        "others": [
            {"count": 1, "allowed": true, "scores": {"at_most": 2.3333333333333335}},
            {"count": 3, "allowed": true, "scores": "impossible"},
        ],
    });
    assert_eq!(told(&other_counts(&facts, kind)), expected);
}

#[test]
fn why_there_is_no_plan() {
    let mut inspection = small();
    inspection.kinds[0].include.push("alder".into());
    for held in &mut inspection.clearances {
        held.valid_until = inspection.timing.first_day.pred_opt();
    }
    let why = explain(&Instance::new(inspection), &Budget::unlimited()).expect("no fault");
    let nobody = |id: &str, name: &str| {
        json!({
            "site": {"id": id, "name": name},
            "obstacle": {"too_few": {"inspectorate": "HMICFRS", "seats": 1, "rules": ["P1", "P5"]}},
        })
    };
    let kind = json!({"id": "police_force", "name": "police_force"});
    let at_least = json!({"at_least": {"kind": kind, "count": 1}});
    let include = json!({"include": {"id": "alder", "name": "Alder"}});
    let expected = json!({
        "causes": [{
            "conditions": [include],
            "is_smallest": true,
            "facts": [{"site": nobody("alder", "Alder")}],
        }, {
            "conditions": [at_least],
            "is_smallest": true,
            "facts": [
                {"sites": {"kind": kind, "in_table": 4, "visitable": 0}},
                {"site": nobody("alder", "Alder")},
                {"site": nobody("birch", "Birch")},
                {"site": nobody("cedar", "Cedar")},
                {"site": nobody("dogwood", "Dogwood")},
            ],
        }, {
            "conditions": ["at_least_one"],
            "is_smallest": true,
            "facts": [{"sites": {"kind": kind, "in_table": 4, "visitable": 0}}],
        }],
        "are_all": true,
        // Without any visit there would be no plan either.
        "ways_out": [],
    });
    assert_eq!(told(&why), expected);
}
