//! The shape of the code, read from its sources: which room may know which, and what the checker shares.

mod arrows;
mod circles;
mod independence;
mod modules;
mod rules;
mod shared;
mod sources;
mod tokens;
