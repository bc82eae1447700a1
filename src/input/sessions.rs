//! An edited `sessions.csv`, or a sheet `sessions`: the timetables as the teams changed them (`docs/timetables.md`).
//!
//! What a spreadsheet makes of our own file is taken as it was meant: times such as `9:30` or `09:30:00`, dates with the day
//! first, and the apostrophe with which the file keeps a cell from acting as a formula. Whether the timetable
//! keeps its rules is the checker's business.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::called::{Called, Meaning};
use super::files::sheets::{self, Format};
use super::files::{self, RawTable, csv_file, encoding};
use super::problems::words::{did_you_mean, quote};
use super::problems::{Origin, Place, Problem, Problems, Severity, codes};
use super::references::ambiguous;
use super::table_row::{Record, records};
use super::tables::check_required_columns;
use crate::domain::{Inspection, Session, Site, SiteId, printable};
use crate::schema::tables::sessions::{ACTIVITY, DATE, END, PAIR, SESSION, SITE, START, TABLE};

/// The sessions of edited files, joined in the order given: `sessions.csv`, or a workbook (`.xlsx`, `.ods`) with a sheet
/// `sessions`. They are read by `site`, `activity`, `session`, `date`, `start`, `end` and `pair`; other columns may be there.
///
/// # Errors
///
/// Every problem in all files, in order of file, line and column. One session in two files is a problem; twice in
/// one file, it breaks V1.
pub fn read_sessions(
    files: &[PathBuf],
    inspection: &Inspection,
) -> Result<Vec<Session>, Vec<Problem>> {
    let problems = Problems::default();
    let mut reader = Reader {
        inspection,
        called: Called::of(&inspection.sites),
        problems: &problems,
        seen: HashMap::new(),
    };
    let mut sessions = Vec::new();
    for (rank, path) in files.iter().enumerate() {
        if let Some(table) = table(path, rank, &problems) {
            check_required_columns(&table, &TABLE, &problems);
            let rows = records(&table, &problems);
            sessions.extend(rows.filter_map(|row| reader.session(row, rank)));
        }
    }
    let problems = problems.into_sorted();
    match problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
    {
        true => Err(problems),
        false => Ok(sessions),
    }
}

/// The table of one file; `None`, with the problem noted, where there is none.
fn table(path: &Path, rank: usize, problems: &Problems) -> Option<RawTable> {
    let name = printable(&path.to_string_lossy());
    let origin = Origin::file(&name, rank);
    let bytes = files::bytes(path, &origin, problems)?;
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let Some(format) = Format::of(&ending) else {
        let text = encoding::decode(&bytes, &origin, problems)?;
        return csv_file::read(&text, origin, &TABLE, problems);
    };
    let sheets = sheets::all(bytes, format, &origin, problems)?;
    let is_it = |name: &str| name.trim().eq_ignore_ascii_case(TABLE.name);
    let Some(sheet) = sheets.into_iter().find(|sheet| is_it(&sheet.name)) else {
        let fact = format!("The workbook {name} has no sheet “sessions”.");
        let remedy = "Give the sheet with the timetable this name.";
        problems.add(&codes::MISSING_FILE, origin.whole(), fact, remedy);
        return None;
    };
    // As a formula in Excel names a sheet of another workbook.
    let origin = Origin::sheet(&format!("[{name}]{}", sheet.name.trim()), rank);
    RawTable::new(origin, &TABLE, sheet.rows, problems)
}

struct Reader<'a> {
    inspection: &'a Inspection,
    called: Called,
    problems: &'a Problems,
    /// Where each session stood first, and in which file.
    seen: HashMap<(SiteId, String, u32), (usize, Place)>,
}

impl Reader<'_> {
    fn session(&mut self, record: Record, rank: usize) -> Option<Session> {
        let site = self.site(record);
        let activity = self.activity(record, site);
        let session = record.read(&SESSION);
        let date = record.read(&DATE);
        let start = record.read(&START);
        let end = record.read(&END);
        let pair = record.read(&PAIR);
        let read = Session {
            site: site?.id.clone(),
            activity: activity?,
            session: session?,
            date: date?,
            start: start?,
            end: end?,
            pair: pair?,
        };
        self.check_once(record, &read, rank);
        Some(read)
    }

    fn site(&self, record: Record) -> Option<&Site> {
        let text = record.required(&SITE)?;
        let sites = &self.inspection.sites;
        let named = |id: &str| sites.iter().find(|one| one.id.as_str() == id);
        let exactly = candidates(text).find_map(named);
        if exactly.is_some() {
            return exactly;
        }
        let meanings = candidates(text).map(|text| self.called.meaning(text));
        let meaning = meanings.fold(Meaning::Nothing, |first, next| match first {
            Meaning::Nothing => next,
            Meaning::One(_) | Meaning::AnyOf(_) => first,
        });
        let (code, (fact, remedy)) = match meaning {
            Meaning::One(id) => return named(id),
            Meaning::AnyOf(ids) => {
                let ids: Vec<String> = ids.into_iter().map(quote).collect();
                (&codes::AMBIGUOUS, ambiguous(text, &ids))
            }
            Meaning::Nothing => {
                let ids = sites.iter().map(|one| one.id.as_str());
                let all = ids.chain(self.called.all());
                let remedy =
                    did_you_mean(text, all, || "Correct it, or delete the row.".to_owned());
                let fact = format!("There is no site {}.", quote(text));
                (&codes::NO_SUCH_THING, (fact, remedy))
            }
        };
        let place = record.place(&SITE);
        self.problems.add(code, place, fact, remedy);
        None
    }

    /// The name of the activity. Where the site is not known, nothing is said of it.
    fn activity(&self, record: Record, site: Option<&Site>) -> Option<String> {
        let text = record.required(&ACTIVITY)?;
        let kind = &site?.kind;
        let activities = self.inspection.activities.iter();
        let of_kind: Vec<&str> = activities
            .filter(|one| one.kind == *kind)
            .map(|one| one.name.as_str())
            .collect();
        let found = candidates(text).find(|name| of_kind.contains(name));
        if found.is_none() {
            let remedy = did_you_mean(text, of_kind, || {
                "Correct it, or delete the row.".to_owned()
            });
            let fact = format!(
                "There is no activity {} of the kind {}.",
                quote(text),
                quote(kind.as_str())
            );
            let place = record.place(&ACTIVITY);
            self.problems
                .add(&codes::NO_SUCH_THING, place, fact, remedy);
        }
        found.map(str::to_owned)
    }

    /// Notes a session that another file has too.
    fn check_once(&mut self, record: Record, read: &Session, rank: usize) {
        let key = (read.site.clone(), read.activity.clone(), read.session);
        let Some((first_rank, first)) = self.seen.get(&key) else {
            let place = record.line();
            self.seen.insert(key, (rank, place));
            return;
        };
        if *first_rank != rank {
            let fact = format!(
                "Session {} of {} at {} is already given at {first}.",
                read.session,
                quote(&read.activity),
                quote(read.site.as_str())
            );
            let remedy = "Keep it in one of the files. The file sessions.csv holds those of all inspectorates.";
            let place = record.place(&SESSION);
            self.problems.add(&codes::DUPLICATE, place, fact, remedy);
        }
    }
}

/// What a cell may mean: its text, and without the apostrophe that our own files put before what looks like a formula.
fn candidates(text: &str) -> impl Iterator<Item = &str> {
    let unguarded = text.strip_prefix('\'').map(str::trim_start);
    [text].into_iter().chain(unguarded)
}
