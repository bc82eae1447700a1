//! A smallest part of many things that cannot be had together: none of it can be spared.
//!
//! It is QuickXplain (U. Junker, 2004): the things are halved again and again, so that few questions find the few that matter among many.
//! Of several such parts it finds the one whose last thing comes soonest.

use crate::optimise::fault::Fault;

/// The part of `things`, which are known to collide, of which none can be spared as far as `collide` can show: where it says no of what
/// does collide, more may be kept than is needed, but what is kept collides all the same.
pub(super) fn smallest<T: Clone>(
    things: &[T],
    collide: &mut dyn FnMut(&[T]) -> Result<bool, Fault>,
) -> Result<Vec<T>, Fault> {
    if collide(&[])? {
        return Ok(Vec::new());
    }
    needed(&[], things, false, collide)
}

/// What is needed of `things` for a collision with all of `with`; `asked` if `with` has grown since it was last asked alone.
fn needed<T: Clone>(
    with: &[T],
    things: &[T],
    asked: bool,
    collide: &mut dyn FnMut(&[T]) -> Result<bool, Fault>,
) -> Result<Vec<T>, Fault> {
    if asked && collide(with)? {
        return Ok(Vec::new());
    }
    if things.len() <= 1 {
        return Ok(things.to_vec());
    }
    let (first, rest) = things.split_at(things.len() / 2);
    let of_rest = needed(&[with, first].concat(), rest, true, collide)?;
    let has_grown = !of_rest.is_empty();
    let mut of_first = needed(&[with, &of_rest].concat(), first, has_grown, collide)?;
    of_first.extend(of_rest);
    Ok(of_first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(things: u32, parts: &[&[u32]]) -> (Vec<u32>, usize) {
        let mut asked = 0;
        let all: Vec<u32> = (0..things).collect();
        let found = smallest(&all, &mut |some| {
            asked += 1;
            Ok(parts
                .iter()
                .any(|part| part.iter().all(|one| some.contains(one))))
        });
        (found.expect("no fault"), asked)
    }

    #[test]
    fn none_of_it_can_be_spared() {
        assert_eq!(found(9, &[&[1, 5, 8]]).0, [1, 5, 8]);
        assert_eq!(found(1, &[&[0]]).0, [0]);
        assert_eq!(found(9, &[&[]]).0, [0; 0]);
    }

    #[test]
    fn of_several_it_is_the_one_whose_last_comes_soonest() {
        assert_eq!(found(9, &[&[0, 8], &[6, 7]]).0, [6, 7]);
        assert_eq!(found(9, &[&[2, 3, 4], &[1, 6]]).0, [2, 3, 4]);
    }

    #[test]
    fn few_questions_find_few_among_many() {
        let (part, asked) = found(1000, &[&[3, 800]]);
        assert_eq!(part, [3, 800]);
        assert!(asked < 50, "{asked}");
    }
}
