//! File names from ids.

use assize::store::safe_name;

#[test]
fn file_names_from_ids_are_safe_and_never_shared() {
    assert_eq!(safe_name("west-yorkshire"), "west-yorkshire");
    let names: Vec<String> = [
        "../../etc/passwd",
        "a/b",
        "a b",
        "con",
        "",
        "..",
        "é",
        "CON.txt",
        "-r",
    ]
    .map(safe_name)
    .into();
    for name in &names {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        assert!(!name.is_empty() && name.chars().all(plain), "{name}");
        assert!(
            !name.starts_with('-') && !name.eq_ignore_ascii_case("con"),
            "{name}"
        );
    }
    let mut different = names.clone();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), names.len(), "{names:?}");
}
