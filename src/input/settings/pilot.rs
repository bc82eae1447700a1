//! `[pilot]`: the visit made before all others.

use super::Context;
use super::section::Section;
use crate::domain::{Kind, Pilot, SiteId};
use crate::input::problems::codes;
use crate::input::problems::words::quote;
use crate::schema::settings::pilot::{COUNTS, REVIEW_DAYS, SECTION, SITE};

/// The pilot; `None` where there is none, or it is wrong, which has been noted.
pub(super) fn pilot(root: &Section, kinds: &[Kind], context: Context) -> Option<Pilot> {
    let section = root.section(&SECTION);
    if !section.exists() {
        return None;
    }
    let site = section.text(&SITE);
    let review_days = section.or_default(&REVIEW_DAYS);
    let counts = section.or_default(&COUNTS);
    section.finish();
    let (text, node) = site?;
    let place = || node.place.clone();
    let site = context.references.site(text, place, context.problems)?;
    let site = SiteId::from(site);
    if kinds.iter().any(|kind| kind.exclude.contains(&site)) {
        let fact = format!("The pilot, {}, is excluded.", quote(text));
        let remedy = "Name another site, or take it out of exclude.";
        context
            .problems
            .add(&codes::INCLUDED_AND_EXCLUDED, place(), fact, remedy);
        return None;
    }
    Some(Pilot {
        site,
        review_days,
        counts,
    })
}
