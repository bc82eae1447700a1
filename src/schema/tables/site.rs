//! The table of sites.

use crate::schema::field::{Field, may, must};
use crate::schema::forms::{Degrees, List, NewId, Number, Or, Refers, Several, Text, Thing, Whole};
use crate::schema::settings::MOST_PAIRS;
use crate::schema::spec::{TableSpec, table};

table! {
    /// Every site that could be selected, one a row. Required. You may add columns of your own: a quota, a profile, a link or a
    /// period to avoid can refer to any column.
    sites = TableSpec::NEEDED.open();

    /// A short name of your choice without spaces, such as kent. The other tables refer to it.
    ID: NewId = must("id", NewId);
    /// The name that people see.
    NAME: Text = must("name", Text);
    /// The sort of site, such as police_force or cps_area.
    KIND: Refers = must("kind", Refers(Thing::Kind));
    /// Other names and codes of it, such as an official code. Each may stand wherever its id is asked for, as its name may.
    ALSO: List = may("also", List);
    /// The site it lies in; for a police force, its CPS Area.
    WITHIN: Several<Refers> = may("within", Several(Refers(Thing::Site)));
    /// Degrees north. Fill both coordinates, or travel to the site counts as nothing, but where travel.csv has it.
    LATITUDE: Degrees = may("latitude", Degrees(90.0));
    /// Degrees east; west is negative.
    LONGITUDE: Degrees = may("longitude", Degrees(180.0));
    /// England, Wales or another nation, for its bank holidays.
    NATION: Or<Text> = may("nation", Or(Text, || "England".to_owned()));
    /// Skills that a visiting team must bring, such as Welsh.
    NEEDS: List = may("needs", List);
    /// Onsite working days of a visit to it. Blank means those of its kind.
    DAYS: Whole = may("days", Whole::range(1, 60).of("working days"));
    /// Joint pairs of a visit to it: those of its kind in order, from the first again where there are more. Blank means those of its
    /// kind.
    PAIRS: Whole = may("pairs", Whole::range(1, MOST_PAIRS).of("pairs"));
    /// So many days of other inspections are a full burden for it. Blank means as many as for all.
    FULL_DAYS: Number = may("full_days", Number::above(0.0, 10_000.0).of("days"));
}
