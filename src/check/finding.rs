//! One thing that is wrong with a plan.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::{Inspector, InspectorId, Rule, Site, SiteId};

/// One thing that is wrong. Shown, it reads `P3 one place: Inspector P01 is needed by … and … on 8 February 2027.`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule it breaks; `None` where the plan's own record is wrong, such as a site that no table knows.
    pub rule: Option<Rule>,
    /// What is wrong, in one plain sentence with the site, the person and the date by name.
    pub text: String,
    /// The site it concerns, if it concerns one.
    pub site: Option<SiteId>,
    /// The inspector it concerns, if it concerns one.
    pub inspector: Option<InspectorId>,
    /// The date it concerns; the first of them where there are several.
    pub date: Option<NaiveDate>,
}

impl Finding {
    pub(super) fn new(text: String) -> Self {
        Self {
            rule: None,
            text,
            site: None,
            inspector: None,
            date: None,
        }
    }

    pub(super) fn of(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }

    pub(super) fn at_site(mut self, site: &Site) -> Self {
        self.site = Some(site.id.clone());
        self
    }

    pub(super) fn by(mut self, person: &Inspector) -> Self {
        self.inspector = Some(person.id.clone());
        self
    }

    pub(super) fn on(mut self, date: NaiveDate) -> Self {
        self.date = Some(date);
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(rule) = self.rule {
            write!(f, "{} {}: ", rule.number(), rule.name())?;
        }
        f.write_str(&self.text)
    }
}
