//! Circles: files that cannot be understood one after the other.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::sources::{Names, Place, Sources};

/// The circles that there are: a folder of `src`, and what is tied together in it. None should come, and each should go.
const CIRCLES: &[(&str, &[&str])] = &[];

#[test]
fn the_circles_are_those_that_are_listed() {
    let found = circles(&arrows_of_files(&Sources::read()));
    let named = |&(folder, parts): &(&str, &[&str])| {
        let parts = parts.iter().map(|&part| part.to_owned());
        (folder.to_owned(), parts.collect())
    };
    let listed: BTreeSet<Circle> = CIRCLES.iter().map(named).collect();
    let new: Vec<&Circle> = found.difference(&listed).collect();
    let gone: Vec<&Circle> = listed.difference(&found).collect();
    assert!(new.is_empty(), "new circles: {new:#?}");
    assert!(
        gone.is_empty(),
        "circles that are open now, to be struck out here: {gone:#?}"
    );
}

/// A folder, and files or folders in it that each lead to all the others.
type Circle = (String, Vec<String>);

/// Every circle of every folder of `src`, from the arrows between files. A circle of files far apart is one of the folders that
/// hold them.
fn circles(arrows: &BTreeSet<(String, String)>) -> BTreeSet<Circle> {
    let mut of_folders: BTreeMap<&str, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for (from, to) in arrows {
        let shared = from.split_inclusive('/').zip(to.split_inclusive('/'));
        let depth: usize = shared
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len())
            .sum();
        let [from_here, to_here] = [from, to].map(|file| {
            let below = &file[depth..];
            below.split('/').next().unwrap_or(below)
        });
        let folder = from[..depth].trim_end_matches('/');
        of_folders
            .entry(folder)
            .or_default()
            .insert((from_here, to_here));
    }
    let mut found = BTreeSet::new();
    for (folder, arrows) in of_folders {
        found.extend(
            tied(&arrows)
                .into_iter()
                .map(|parts| (folder.to_owned(), parts)),
        );
    }
    found
}

/// Every arrow from a file to one that defines what it uses, tests aside. A `pub use` that only lets others in is none, and no
/// more is the way from a file to a `mod.rs` above it, of which it is a part.
fn arrows_of_files(sources: &Sources) -> BTreeSet<(String, String)> {
    let mut arrows = BTreeSet::new();
    for (names, module) in &sources.modules {
        for taken in &module.taken {
            if module.for_tests || module.is_door(taken) {
                continue;
            }
            if let Place::Here(place) = sources.place(names, &taken.written)
                && let Some(other) = sources.modules.get(&home(sources, &place, 8))
                && other.file != module.file
                && !is_above(&other.file, &module.file)
            {
                arrows.insert((module.file.clone(), other.file.clone()));
            }
        }
    }
    arrows
}

/// Whether a file is the `mod.rs` of a folder in which another lies.
fn is_above(file: &str, other: &str) -> bool {
    file.strip_suffix("mod.rs")
        .is_some_and(|folder| other.starts_with(folder))
}

/// The module in which a thing is defined, whichever doors the path to it goes through.
fn home(sources: &Sources, thing: &[String], doors: usize) -> Names {
    let mut here = Vec::new();
    for (step, name) in thing.iter().enumerate() {
        let mut next = here.clone();
        next.push(name.clone());
        if sources.modules.contains_key(&next) {
            here = next;
            continue;
        }
        let module = sources.modules.get(&here);
        if let Some(written) = module.and_then(|module| module.imported.get(name))
            && doors > 0
            && let Place::Here(mut behind) = sources.place(&here, written)
        {
            behind.extend_from_slice(&thing[step + 1..]);
            return home(sources, &behind, doors - 1);
        }
        break;
    }
    here
}

/// The sets of more than one that each lead to all others of their set.
fn tied(arrows: &BTreeSet<(&str, &str)>) -> Vec<Vec<String>> {
    let mut graph: DiGraph<&str, ()> = DiGraph::new();
    let mut nodes = BTreeMap::new();
    for &(from, to) in arrows {
        let [from, to] =
            [from, to].map(|name| *nodes.entry(name).or_insert_with(|| graph.add_node(name)));
        graph.add_edge(from, to, ());
    }
    let sorted = |set: Vec<NodeIndex>| {
        let mut names: Vec<String> = set.iter().map(|&node| graph[node].to_owned()).collect();
        names.sort();
        names
    };
    let sets = tarjan_scc(&graph).into_iter();
    sets.filter(|set| set.len() > 1).map(sorted).collect()
}

#[test]
fn a_circle_is_found_wherever_it_closes() {
    let arrows = |list: &[(&str, &str)]| -> BTreeSet<(String, String)> {
        let owned = list
            .iter()
            .map(|&(from, to)| (from.to_owned(), to.to_owned()));
        owned.collect()
    };
    let found = circles(&arrows(&[
        ("a/x/one.rs", "a/y.rs"),
        ("a/y.rs", "a/x/two.rs"),
        ("a/x/one.rs", "b/z.rs"),
        ("b/z.rs", "words.rs"),
    ]));
    let circle = ("a".to_owned(), vec!["x".to_owned(), "y.rs".to_owned()]);
    assert_eq!(found, BTreeSet::from([circle]));
    let open = arrows(&[("a/one.rs", "b/one.rs"), ("a/two.rs", "a/one.rs")]);
    assert_eq!(circles(&open), BTreeSet::new());
}
