//! The planner against brute force: on small random problems, the three tier values of its plans equal those of an
//! exhaustive search written from the design alone.

mod oracle;
mod problem;

use assize::domain::RuleSet;

#[test]
fn probe() {
    let mut none = 0;
    let mut tied = 0;
    let mut passed = 0;
    for seed in 0..320 {
        let problem = problem::random_problem(seed);
        let t = std::time::Instant::now();
        let found = oracle::answer(&problem, RuleSet::all());
        let ms = t.elapsed().as_millis();
        if ms > 100 {
            println!("seed {seed}: {ms} ms {found:?}");
        }
        match found {
            None => none += 1,
            Some(a) => {
                tied += usize::from(a.tied > 1);
                passed += usize::from(a.passed_over > 0);
            }
        }
    }
    println!("none {none} tied {tied} passed {passed}");
}
