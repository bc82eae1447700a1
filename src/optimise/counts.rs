//! What one more or one fewer site would score, so that nobody takes the number of sites for the best one.

use super::answer::{CountChange, CountValue};
use super::clock::Clock;
use super::field::Field;
use super::model::Scope;
use super::selection_tier::{self, Chosen, Wanted};
use crate::domain::Count;

/// Seconds for each such question: it is asked beside the plan, not for it.
const SECONDS_EACH: f64 = 5.0;

/// For every kind, tier 1 with one fewer and with one more of its sites, over all the other rules.
pub(super) fn changes(field: &mut Field, selected: &[usize], clock: &Clock) -> Vec<CountChange> {
    let mut changes = Vec::new();
    for place in 0..field.inspection.kinds.len() {
        let kind = &field.inspection.kinds[place];
        let of_kind = |site: &usize| field.kinds[*site].id == kind.id;
        let now = selected
            .iter()
            .copied()
            .filter(|site| of_kind(site))
            .count() as u32;
        let all = (0..field.kinds.len()).filter(of_kind).count() as u32;
        let fewer = now.checked_sub(1);
        let more = Some(now + 1).filter(|count| *count <= all);
        for count in fewer.into_iter().chain(more) {
            let usual = field.counts[place];
            field.counts[place] = Count {
                min: count,
                max: count,
            };
            let value = value(field, clock);
            field.counts[place] = usual;
            changes.push(CountChange {
                kind: kind.id.clone(),
                count,
                allowed: (usual.min..=usual.max).contains(&count),
                value,
            });
        }
    }
    changes
}

fn value(field: &Field, clock: &Clock) -> CountValue {
    if clock.is_up() {
        return CountValue::Unknown;
    }
    let mut silence = |_| {};
    let mut clock = clock.sooner(SECONDS_EACH, &mut silence);
    let base = Scope::everything(field);
    match selection_tier::best(field, &base, Wanted::Any, &mut clock) {
        Chosen::Best(chosen) if chosen.proven => CountValue::Scores(chosen.value),
        Chosen::Best(chosen) => CountValue::AtMost(chosen.bound),
        Chosen::Nothing => CountValue::NoPlan,
        Chosen::Unknown(Some(bound)) => CountValue::AtMost(bound),
        Chosen::Unknown(None) => CountValue::Unknown,
    }
}
