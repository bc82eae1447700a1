//! The `assize` program: see [`assize`].

fn main() {}
