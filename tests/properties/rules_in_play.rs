//! In every made-up inspection each rule has something to rule out.

use chrono::NaiveDate;

use assize::calendar::{Calendar, Start, monday};
use assize::domain::{
    DateRule, Inspection, Inspector, InspectorateId, Kind, QuotaScope, Rule, RuleSet, Severity,
    Site,
};
use assize::example::{Size, inspection};
use assize::score::km_between;

#[test]
fn every_rule_is_in_play() {
    let sizes = [
        ("s", Size::S),
        ("m", Size::M),
        ("l", Size::L),
        ("xl", Size::XL),
    ];
    for (name, size) in sizes {
        for seed in 0..25 {
            let made_up = inspection(size, seed).expect("an example");
            let facts = Facts::new(&made_up);
            for rule in Rule::of_plans() {
                let number = rule.number();
                assert!(facts.bites(rule), "{number}, size {name}, seed {seed}");
            }
        }
    }
}

/// The planner never looks at a start that these rules forbid, and adds no rows for them.
#[test]
fn rules_on_one_visits_dates_alone_bar_starts() {
    let mut bar = RuleSet::empty();
    for seed in 0..5 {
        let made_up = inspection(Size::S, seed).expect("an example");
        let facts = Facts::new(&made_up);
        let rules = Rule::ALL.iter().copied();
        bar.extend(rules.filter(|rule| facts.shuts_out(*rule, |_| true)));
    }
    let of_dates: RuleSet = DateRule::all().map(Rule::from).collect();
    assert_eq!(bar, of_dates);
}

struct Facts<'a> {
    inspection: &'a Inspection,
    calendar: Calendar,
    forces: &'a Kind,
    areas: &'a Kind,
}

impl<'a> Facts<'a> {
    fn new(inspection: &'a Inspection) -> Self {
        let kind = |id: &str| inspection.kind(&id.into()).expect("a kind");
        Self {
            calendar: Calendar::new(inspection),
            forces: kind("police_force"),
            areas: kind("cps_area"),
            inspection,
        }
    }

    /// Whether the tables have something that this rule forbids.
    fn bites(&self, rule: Rule) -> bool {
        let of = self.inspection;
        let most_a_week = of.timing.max_visits_per_week.expect("a limit");
        match rule {
            Rule::Count => {
                let bites = |kind: &Kind| {
                    let all = self.sites(kind).count() as u32;
                    kind.sites.min > 0 && kind.sites.max < all
                };
                of.kinds
                    .iter()
                    .filter(|kind| !self.is_area(kind))
                    .all(bites)
            }
            Rule::Included => !self.forces.include.is_empty() && !self.forces.exclude.is_empty(),
            Rule::Quota => self.has_quotas(),
            Rule::Burden => of.engagements.iter().any(|row| {
                let days = Calendar::weekdays_between(row.first_day, row.last_day);
                row.days.is_none() && Some(days) > of.burden.max_days
            }),
            // A CPS Area that the included force does not name.
            Rule::Link => self
                .sites(self.areas)
                .any(|area| !self.pilot().listed("within").contains(&area.id)),
            Rule::Window | Rule::Notice | Rule::WorkingDays | Rule::Gap | Rule::FixedDates => {
                self.shuts_out(rule, |_| true)
            }
            Rule::Avoid => {
                let mut periods = of.periods.iter();
                let mut region = None;
                let closed = periods.any(|period| {
                    region = period.value.clone();
                    period.applies_to == "region" && period.severity == Severity::Must
                });
                closed
                    && self.shuts_out(rule, |site| {
                        site.cell("region").as_deref() == region.as_deref()
                    })
                    && self.shuts_out(rule, |site| {
                        site.cell("region").as_deref() != region.as_deref()
                    })
            }
            // More visits than one week may have could be in one week.
            Rule::WeekLimit => {
                let weeks = self.sites(self.forces).map(|force| self.weeks(force));
                let weeks: Vec<NaiveDate> = weeks.flatten().collect();
                let crowd = |week: &NaiveDate| weeks.iter().filter(|other| *other == week).count();
                most_a_week < self.forces.sites.min
                    && weeks.iter().any(|week| crowd(week) > most_a_week as usize)
            }
            Rule::Together => self
                .sites(self.areas)
                .any(|area| self.weeks(area).len() > 1),
            Rule::Joint => {
                let pairs = |kind: &Kind| kind.pairs.len();
                let mixed = |kind: &Kind| {
                    let mut all: Vec<&InspectorateId> = kind.pairs.iter().flatten().collect();
                    all.sort();
                    all.dedup();
                    all.len()
                };
                let most = of.kinds.iter().map(mixed).max();
                let four = of.header.inspectorates.len() == 4;
                (pairs(self.forces), pairs(self.areas)) == (2, 1)
                    && most == Some(if four { 3 } else { 2 })
            }
            // Both seats of a pair could be taken by someone new to it.
            Rule::Experience => of.kinds.iter().all(|kind| {
                kind.pairs
                    .iter()
                    .any(|pair| pair.iter().all(|of| self.has_newcomer(of)))
            }),
            Rule::OnePlace => {
                let starts: Vec<Vec<Start>> = self
                    .sites(self.forces)
                    .map(|force| self.starts(force, RuleSet::all()))
                    .collect();
                starts.iter().enumerate().any(|(place, one)| {
                    let others = starts.iter().skip(place + 1).flatten();
                    let shared = |a: &Start| others.clone().any(|b| a.shares_a_day(b));
                    one.iter().any(shared)
                })
            }
            Rule::Available => {
                let away = |start: &Start| {
                    of.absences.iter().any(|row| {
                        start
                            .needed()
                            .any(|day| (row.first_day..=row.last_day).contains(&day))
                    })
                };
                let forces = self.sites(self.forces);
                let mut starts = forces.flat_map(|force| self.starts(force, RuleSet::all()));
                let part_time = of.inspectors.iter().any(|person| person.works.len() < 5);
                part_time && starts.any(|start| away(&start))
            }
            Rule::Cleared => of.clearances.iter().any(|row| {
                let last = self.sites(self.forces).filter_map(|force| {
                    Some(self.starts(force, RuleSet::all()).last()?.last_day())
                });
                row.valid_until.is_some() && row.valid_until < last.max()
            }),
            Rule::NoConflict => of.conflicts.iter().any(|row| {
                let (site, person) = (of.site(&row.site), of.inspector(&row.inspector));
                let (site, person) = (site.expect("a site"), person.expect("a person"));
                let kind = of.kind(&site.kind).expect("a kind");
                let has_seat = kind
                    .pairs
                    .iter()
                    .flatten()
                    .any(|of| *of == person.inspectorate);
                has_seat && !kind.exclude.contains(&site.id)
            }),
            Rule::Apart => of.apart.iter().any(|row| {
                let whose = |id| of.inspector(id).expect("a person").inspectorate.clone();
                let both = [whose(&row.inspector_a), whose(&row.inspector_b)];
                of.kinds.iter().any(|kind| {
                    let seated: Vec<&InspectorateId> = kind.pairs.iter().flatten().collect();
                    let seats = |of| seated.iter().filter(|seat| **seat == of).count();
                    let wanted = if both[0] == both[1] { 2 } else { 1 };
                    both.iter().all(|of| seats(of) >= wanted)
                })
            }),
            // The seats of a visit could be filled by those without the skill.
            Rule::Skills => of.sites.iter().any(|site| {
                let kind = of.kind(&site.kind).expect("a kind");
                let lacks = |person: &&Inspector| !site.needs.is_subset(&person.skills);
                let lacking = of.inspectors.iter().filter(lacks).count();
                !site.needs.is_empty() && lacking >= kind.seats()
            }),
            Rule::Limit => {
                let days = self.forces.days + self.areas.days;
                let own = of.inspectors.iter().any(|person| person.max_days.is_some());
                own && of.staffing.max_days < Some(days * self.forces.sites.max)
            }
            Rule::Rest => {
                let weeks: Vec<NaiveDate> = self
                    .sites(self.forces)
                    .flat_map(|force| self.weeks(force))
                    .collect();
                let longest = of.staffing.max_weeks_in_row.expect("a limit");
                weeks.iter().any(|week| {
                    let mut row = week.iter_weeks().take(longest as usize + 1);
                    row.all(|week| weeks.contains(&week))
                })
            }
            Rule::VisitLead => of
                .kinds
                .iter()
                .all(|kind| self.has_newcomer(&kind.inspectorate)),
            // Others than the force's team could take the seats of its CPS Area.
            Rule::SameTeam => self.areas.pairs.iter().flatten().all(|seat| {
                let all = of
                    .inspectors
                    .iter()
                    .filter(|person| person.inspectorate == *seat);
                all.count() > self.forces.seats()
            }),
            Rule::Named => of
                .fixed
                .iter()
                .any(|row| row.inspector.is_some() && self.forces.include.contains(&row.site)),
            // Not every example has these: `made_up` counts those that do.
            // The rules of what only some inspections have.
            Rule::Pilot => of.pilot.as_ref().is_none_or(|pilot| {
                let site = of.site(&pilot.site).expect("a site");
                let first = self.weeks(site)[0];
                let mut others = of.sites.iter().filter(|other| other.id != site.id);
                others.any(|other| self.weeks(other).contains(&first))
            }),
            Rule::WriteUp => {
                let writes_up = |kind: &Kind| kind.write_up_days > 0;
                !of.kinds.iter().any(writes_up)
                    || [self.forces, self.areas].into_iter().any(writes_up)
            }
            Rule::Journey => of.staffing.journey_km.is_none_or(|limit| {
                let mut others = of.sites.iter();
                others.any(|other| km_between(self.pilot(), other) > limit)
            }),
            timetables => unreachable!("no plan depends on {}", timetables.number()),
        }
    }

    fn is_area(&self, kind: &Kind) -> bool {
        kind.id == self.areas.id
    }

    fn sites(&self, kind: &'a Kind) -> impl Iterator<Item = &'a Site> {
        self.inspection
            .sites
            .iter()
            .filter(|site| site.kind == kind.id)
    }

    /// The included force.
    fn pilot(&self) -> &'a Site {
        self.inspection
            .site(&self.forces.include[0])
            .expect("a site")
    }

    fn starts(&self, site: &Site, rules: RuleSet) -> Vec<Start> {
        let kind = self.inspection.kind(&site.kind).expect("a kind");
        self.calendar.starts(site, kind, rules)
    }

    /// The weeks in which a site could be visited, each once.
    fn weeks(&self, site: &Site) -> Vec<NaiveDate> {
        let starts = self.starts(site, RuleSet::all());
        let mut weeks: Vec<NaiveDate> = starts
            .iter()
            .map(|start| monday(start.first_day()))
            .collect();
        weeks.dedup();
        weeks
    }

    /// Whether some force could start on a day that this rule alone forbids.
    fn shuts_out(&self, rule: Rule, which: impl Fn(&Site) -> bool) -> bool {
        let with = |site: &Site| self.starts(site, RuleSet::all()).len();
        let without = |site: &Site| self.starts(site, RuleSet::all() - rule).len();
        self.sites(self.forces)
            .any(|site| which(site) && without(site) > with(site))
    }

    fn has_newcomer(&self, inspectorate: &InspectorateId) -> bool {
        let people = self.inspection.inspectors.iter();
        let mut of = people.filter(|person| person.inspectorate == *inspectorate);
        of.any(|person| !person.experienced)
    }

    /// The regions are limited below what there is, and a value that most sites lack is needed.
    fn has_quotas(&self) -> bool {
        let quotas = &self.inspection.quotas;
        let share = |column: &str, value: &str| {
            self.sites(self.forces)
                .filter(|site| site.cell(column).as_deref() == Some(value))
                .count()
        };
        let each = quotas.iter().any(|quota| {
            let max = quota.max.unwrap_or(u32::MAX);
            let too_many = |site: &Site| {
                let value = site.cell(&quota.column).unwrap_or_default();
                share(&quota.column, &value) > max as usize && self.forces.sites.max > max
            };
            quota.scope == QuotaScope::Each && self.sites(self.forces).any(too_many)
        });
        let value = quotas.iter().any(|quota| match &quota.scope {
            QuotaScope::Value(value) => {
                let has = share(&quota.column, value);
                let lacks = self.sites(self.forces).count() - has;
                quota.min == Some(1) && has > 0 && lacks >= self.forces.sites.max as usize
            }
            QuotaScope::Each => false,
        });
        each && value
    }
}
