//! The table of sites.

use crate::schema::field::{Field, may, must};
use crate::schema::forms::{Degrees, List, NewId, Or, Refers, Several, Text, Thing};
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
    /// The site it lies in; for a police force, its CPS Area.
    WITHIN: Several<Refers> = may("within", Several(Refers(Thing::Site)));
    /// Degrees north. Fill both coordinates, or travel to the site counts as nothing.
    LATITUDE: Degrees = may("latitude", Degrees(90.0));
    /// Degrees east; west is negative.
    LONGITUDE: Degrees = may("longitude", Degrees(180.0));
    /// England, Wales or another nation, for its bank holidays.
    NATION: Or<Text> = may("nation", Or(Text, || "England".to_owned()));
    /// Skills that a visiting team must bring, such as Welsh.
    NEEDS: List = may("needs", List);
}
