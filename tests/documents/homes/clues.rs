//! What the outputs say of distances: every number of kilometres, wherever it stands.

use assize::domain::{Inspection, InspectorId, Plan, SiteId};

use super::attack::Clue;
use crate::file;

/// Every journey of a plan that counts: not those of visits that another brings with the same team.
fn journeys(inspection: &Inspection, plan: &Plan) -> Vec<(InspectorId, SiteId)> {
    let visits = plan.visits.iter();
    let brought = |kind: &assize::domain::KindId| {
        let mut links = inspection.links.iter();
        links.any(|link| link.same_team && link.brings == *kind)
    };
    visits
        .filter(|visit| !brought(&visit.kind))
        .flat_map(|visit| visit.team().map(|who| (who.clone(), visit.site.clone())))
        .collect()
}

/// All kilometres in the tables, the charts and on the screen; without `plan.json`.
pub fn of_outputs(inspection: &Inspection, plan: &Plan, files: &[(String, Vec<u8>)]) -> Vec<Clue> {
    let all = journeys(inspection, plan);
    let mut clues = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| name != "plan.json") {
        if name.ends_with(".png") {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        if name.ends_with(".csv") {
            clues.extend(of_table(&text, &all));
        }
        clues.extend(of_screen(&text, &all, inspection, plan).filter(|_| name == "screen"));
        let told = text.matches(" km").count();
        let read = ["visits.csv", "screen"].contains(&name.as_str());
        assert!(
            told == 0 || read,
            "{name} tells kilometres that nobody read"
        );
    }
    clues
}

/// A table with kilometres in a column of its own, or in a sentence about the team.
fn of_table(text: &str, all: &[(InspectorId, SiteId)]) -> Vec<Clue> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .expect("headers")
        .iter()
        .map(str::to_owned)
        .collect();
    let mut clues = Vec::new();
    for record in reader.records() {
        let record = record.expect("a whole row");
        let cell = |name: &str| {
            let place = heads.iter().position(|head| head == name);
            place
                .and_then(|place| record.get(place))
                .unwrap_or_default()
        };
        let (person, site) = (cell("inspector_id"), cell("site_id"));
        for (head, text) in heads.iter().zip(&record) {
            let about: Option<f64> = match head.starts_with("km") {
                true => text.parse().ok(),
                false => kilometres(text),
            };
            let of_row = all.iter().filter(|(who, to)| {
                (person.is_empty() || who.as_str() == person)
                    && (site.is_empty() || to.as_str() == site)
            });
            let of_row: Vec<_> = of_row.cloned().collect();
            if let Some(about) = about.filter(|_| !of_row.is_empty()) {
                let off = 5.0 * of_row.len() as f64;
                clues.push(Clue {
                    low: about - off,
                    high: about + off,
                    journeys: of_row,
                });
            }
        }
    }
    clues
}

/// The sum over everyone, in kilometres or in the points of tier 3.
fn of_screen<'a>(
    text: &'a str,
    all: &'a [(InspectorId, SiteId)],
    inspection: &'a Inspection,
    plan: &'a Plan,
) -> impl Iterator<Item = Clue> + 'a {
    let staffing = text.lines().filter(|line| line.contains("Staffing:"));
    staffing.filter_map(move |line| {
        let points = line.split(" points").next().and_then(|start| {
            let points: f64 = start.rsplit(' ').next()?.parse().ok()?;
            Some((travelled(inspection, plan, points), 0.05))
        });
        let (about, off) = kilometres(line).map(|km| (km, 50.0)).or(points)?;
        Some(Clue {
            journeys: all.to_vec(),
            low: about - off,
            high: about + off,
        })
    })
}

/// The number before `km`: `about 6,500 km there and back`.
fn kilometres(text: &str) -> Option<f64> {
    let (before, _) = text.split_once(" km")?;
    before.rsplit(' ').next()?.replace(',', "").parse().ok()
}

/// The kilometres in a value of tier 3.
fn travelled(inspection: &Inspection, plan: &Plan, value: f64) -> f64 {
    let people = plan.visits.iter().flat_map(|visit| visit.team());
    let people = people.collect::<std::collections::BTreeSet<_>>().len() as f64;
    let weights = &inspection.weights;
    (value - weights.continuity * people) * 100.0 / weights.travel
}

/// The value of tier 3 to the last digit.
pub fn of_plan_json(inspection: &Inspection, plan: &Plan, files: &[(String, Vec<u8>)]) -> Clue {
    let json: serde_json::Value =
        serde_json::from_slice(file(files, "plan.json")).expect("plan.json");
    let value = json["tiers"][2]["value"].as_f64().expect("a value");
    let km = travelled(inspection, plan, value);
    Clue {
        journeys: journeys(inspection, plan),
        low: km - 1e-3,
        high: km + 1e-3,
    }
}

/// What a table of each person's kilometres to each visit would tell, each to the nearest ten.
pub fn to_the_nearest_ten(inspection: &Inspection, plan: &Plan) -> Vec<Clue> {
    let ways = assize::score::Scores::new(inspection).journeys;
    let journeys = journeys(inspection, plan).into_iter();
    let clue = |(who, to): (InspectorId, SiteId)| {
        let inspector = inspection.inspector(&who).expect("an inspector");
        let site = inspection.site(&to).expect("a site");
        let km = ways.return_km(inspector, site).expect("coordinates");
        let about = (km / 10.0).round() * 10.0;
        Clue {
            journeys: vec![(who, to)],
            low: about - 5.0,
            high: about + 5.0,
        }
    };
    journeys.map(clue).collect()
}
