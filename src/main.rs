//! The `assize` program: see [`assize`].

fn main() {
    let seed = std::env::args()
        .nth(1)
        .and_then(|s| s.parse().ok())
        .unwrap_or(1);
    let size = assize::example::Size {
        forces: 43,
        areas: 13,
        visits: 8,
        inspectors: 26,
        weeks: 16,
    };
    let i = assize::example::inspection(size, seed);
    let t = std::time::Instant::now();
    let a = assize::optimise::plan(&i, None, &mut |p| {
        eprintln!("{:.2} {p:?}", t.elapsed().as_secs_f64())
    });
    if let assize::optimise::Answer::Plan(p) = &a {
        for v in &p.plan.visits {
            eprintln!(
                "{} {} {} {:?}",
                v.site,
                v.first_day,
                v.last_day,
                v.pairs
                    .iter()
                    .flatten()
                    .map(|i| i.to_string())
                    .collect::<Vec<_>>()
            )
        }
        eprintln!("{:?}", p.plan.tiers)
    }
    eprintln!("{:.2}", t.elapsed().as_secs_f64());
}
