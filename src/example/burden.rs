//! Other inspections of the synthetic sites.

use chrono::NaiveDate;
use rand::seq::SliceRandom;
use rand::{Rng, RngExt};

use super::kinds::FORCE;
use super::planted::Planted;
use super::{Size, after, before};
use crate::calendar::Calendar;
use crate::domain::{Burden, Engagement, Inspection, Site, SiteId};

/// How often to draw again what the planted plan forbids, before leaving it out.
const DRAWS: u32 = 10;

/// More engagement days than this, and a site is not selected.
const MAX_DAYS: u32 = 30;

/// Weeks kept between a visit and another inspection.
const GAP_WEEKS: u32 = 4;

/// `[burden]`.
pub(super) fn burden() -> Burden {
    Burden {
        months_before: 12,
        months_after: 6,
        full_days: 20.0,
        max_days: Some(MAX_DAYS),
        gap_weeks: Some(GAP_WEEKS),
    }
}

/// Sorts of other inspection.
#[derive(Clone, Copy, PartialEq)]
enum EngagementSort {
    /// Some days or weeks, at any time.
    Usual,
    /// So long that the site is not selected.
    Long,
    /// In the middle of the window, so that the site can be visited only before or after.
    Amid,
}

/// Two sites in three have another inspection near the window: one in eight a long one, and one in eight two.
pub(super) fn engagements(
    rng: &mut impl Rng,
    size: &Size,
    inspection: &Inspection,
    planted: &Planted,
) -> Vec<Engagement> {
    let [long, amid] = certain(rng, inspection, planted);
    let mut rows = Vec::new();
    for site in &inspection.sites {
        let sorts: &[EngagementSort] = match rng.random_range(0..24) {
            _ if Some(&site.id) == long => &[EngagementSort::Long],
            _ if Some(&site.id) == amid => &[EngagementSort::Amid],
            0..8 => &[],
            8..11 => &[EngagementSort::Long],
            11..14 => &[EngagementSort::Usual, EngagementSort::Usual],
            _ => &[EngagementSort::Usual],
        };
        let mut of_site: Vec<Engagement> = Vec::new();
        for sort in sorts {
            let drawn = (0..DRAWS).find_map(|_| {
                let row = engagement(rng, size, site, *sort, inspection.timing.first_day);
                is_kept(planted, &of_site, &row).then_some(row)
            });
            of_site.extend(drawn);
        }
        rows.extend(of_site);
    }
    rows
}

/// Two forces that the planted plan leaves out, for what must not be left to chance.
fn certain<'a>(
    rng: &mut impl Rng,
    inspection: &'a Inspection,
    planted: &Planted,
) -> [Option<&'a SiteId>; 2] {
    let left_out = |site: &&Site| site.kind.as_str() == FORCE && planted.visit(&site.id).is_none();
    let mut forces: Vec<&Site> = inspection.sites.iter().filter(left_out).collect();
    forces.shuffle(rng);
    [forces.first(), forces.get(1)].map(|force| force.map(|force| &force.id))
}

fn engagement(
    rng: &mut impl Rng,
    size: &Size,
    site: &Site,
    sort: EngagementSort,
    window: NaiveDate,
) -> Engagement {
    let (start, length) = match sort {
        EngagementSort::Usual => {
            let week = rng.random_range(0..34 + size.weeks);
            let start = after(before(window, 238), u64::from(week) * 7);
            (start, rng.random_range(3..20))
        }
        EngagementSort::Long => (
            before(window, rng.random_range(20..40) * 7),
            rng.random_range(46..70),
        ),
        EngagementSort::Amid => (after(window, u64::from(size.weeks) * 7 / 2), 4),
    };
    let last_day = after(start, length);
    let onsite = Calendar::weekdays_between(start, last_day);
    let fewer = sort == EngagementSort::Usual && onsite > 2 && rng.random_range(0..3) == 0;
    let name = match sort {
        EngagementSort::Long => "Synthetic: long inspection",
        EngagementSort::Usual | EngagementSort::Amid => "Synthetic: other inspection",
    };
    Engagement {
        site: site.id.clone(),
        inspection: name.into(),
        first_day: start,
        last_day,
        days: fewer.then(|| rng.random_range(1..onsite)),
        inspectorate: (rng.random_range(0..4) != 0).then(|| "Synthetic inspectorate".into()),
    }
}

/// Whether one more engagement of its site begins on another day than the others, and the planted plan still stands.
fn is_kept(planted: &Planted, others: &[Engagement], row: &Engagement) -> bool {
    if others.iter().any(|other| other.first_day == row.first_day) {
        return false;
    }
    let Some(outing) = planted.visit(&row.site) else {
        return true;
    };
    let reach = u64::from(GAP_WEEKS) * 7;
    let gap = before(row.first_day, reach)..=after(row.last_day, reach);
    let days = |row: &Engagement| Calendar::weekdays_between(row.first_day, row.last_day);
    let is_light = others.iter().map(days).sum::<u32>() + days(row) <= MAX_DAYS;
    is_light && !outing.start.onsite.iter().any(|day| gap.contains(day))
}
