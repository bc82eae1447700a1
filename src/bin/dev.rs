//! dev
fn main() {
    let a: Vec<u64> = std::env::args()
        .skip(1)
        .filter_map(|s| s.parse().ok())
        .collect();
    let g = |i: usize, d: u64| a.get(i).copied().unwrap_or(d) as u32;
    let size = assize::example::Size {
        forces: g(1, 43),
        areas: g(2, 13),
        visits: g(3, 8),
        inspectors: g(4, 26),
        weeks: g(5, 16),
    };
    let i = assize::example::inspection(size, a.first().copied().unwrap_or(1));
    let limit = a.get(6).map(|s| std::time::Duration::from_secs(*s));
    let t = std::time::Instant::now();
    let a = assize::optimise::plan(&i, limit, &mut |p| {
        eprintln!("{:.2} {p:?}", t.elapsed().as_secs_f64())
    });
    match &a {
        assize::optimise::Answer::Plan(p) => {
            let r = assize::check::check(&i, &p.plan);
            eprintln!("{:?} {:?} {:?}", p.plan.tiers, r.findings, r.notes);
            eprintln!("{:?}", p.counts)
        }
        o => eprintln!("{o:?}"),
    }
    eprintln!("{:.2}", t.elapsed().as_secs_f64());
}
