//! An instance is made once and shared: between threads, and with planners that move from one to another.

use std::sync::Arc;
use std::thread;

use assize::calendar::Calendar;
use assize::domain::Inspection;
use assize::instance::Instance;
use assize::optimise::{Budget, Planner, Question};
use assize::score::Scores;

use super::{ask, small};

#[test]
fn what_is_made_once_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Inspection>();
    shared::<Calendar>();
    shared::<Scores>();
    shared::<Instance>();
    shared::<Planner>();
    shared::<Question>();
    shared::<Budget>();
}

#[test]
fn a_clone_is_the_same_instance() {
    let instance = Instance::new(small(0));
    let shared = instance.clone();
    assert!(Arc::ptr_eq(&instance.inspection, &shared.inspection));
    assert!(Arc::ptr_eq(&instance.calendar, &shared.calendar));
    assert!(Arc::ptr_eq(&instance.scores, &shared.scores));
}

/// Planners of one instance, each asked in a thread of its own that it moved to.
#[test]
fn many_planners_ask_at_once() {
    let instance = Instance::new(small(0));
    let usual = ask(&mut Planner::new(&instance), &Question::default());
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let mut planner = Planner::new(&instance);
            thread::spawn(move || ask(&mut planner, &Question::default()))
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().expect("an answer"), usual);
    }
}
