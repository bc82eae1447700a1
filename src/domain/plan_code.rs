//! The code of a plan: what an authority is given for (`docs/design.md`, section 5).

use sha2::{Digest as _, Sha256};

use super::Visit;

/// The code of the plan that these visits make: the first 8 hexadecimal digits, `XXXX-XXXX`, of SHA-256 over a line
/// `site first_day last_day` for each, by site id. It changes when a site or a date does, and for nothing else.
///
/// The checker works it out by itself.
pub fn plan_code(visits: &[Visit]) -> String {
    let mut in_order: Vec<&Visit> = visits.iter().collect();
    in_order.sort_by(|a, b| a.site.cmp(&b.site));
    let mut all = Sha256::new();
    for visit in in_order {
        all.update(format!(
            "{} {} {}\n",
            visit.site, visit.first_day, visit.last_day
        ));
    }
    let digest: [u8; 32] = all.finalize().into();
    let [a, b, c, d, ..] = digest;
    format!("{a:02X}{b:02X}-{c:02X}{d:02X}")
}
