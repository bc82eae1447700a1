//! How large an example is.

/// How large an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Main sites to choose from: police forces; with four inspectorates also probation units and prisons, which
    /// share this number in the proportion 43 : 30 : 20.
    pub sites: u32,
    /// CPS Areas, in which the main sites lie. They are sites too, and come on top of `sites`.
    pub areas: u32,
    /// Main sites to visit; with four inspectorates a quarter of them are probation units and a quarter prisons.
    /// The CPS Areas that the forces bring come on top.
    pub visits: u32,
    /// Inspectors of all inspectorates together.
    pub inspectors: u32,
    /// 2: HMICFRS and HMCPSI; or 4: also HMI Probation and HMI Prisons.
    pub inspectorates: u32,
    /// Weeks of the fieldwork window.
    pub weeks: u32,
}

impl Size {
    /// Twenty forces in five CPS Areas.
    pub const S: Size = Size::of_two([20, 5, 4, 12, 10]);
    /// The shape of the case-building example: 43 forces in 13 CPS Areas.
    pub const M: Size = Size::of_two([43, 13, 8, 26, 16]);
    /// Four inspectorates: 43 forces, 30 probation units and 20 prisons in 13 CPS Areas.
    pub const L: Size = Size {
        sites: 93,
        areas: 13,
        visits: 12,
        inspectors: 40,
        inspectorates: 4,
        weeks: 20,
    };
    /// 108 forces in 24 CPS Areas.
    pub const XL: Size = Size::of_two([108, 24, 16, 52, 26]);

    /// Police forces and CPS Areas only: sites, areas, visits, inspectors, weeks.
    const fn of_two([sites, areas, visits, inspectors, weeks]: [u32; 5]) -> Self {
        Self {
            sites,
            areas,
            visits,
            inspectors,
            inspectorates: 2,
            weeks,
        }
    }
}
