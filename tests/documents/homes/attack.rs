//! The attack: which points of a grid over England and Wales, and coarsely around, agree with every clue.

use assize::domain::{Inspection, InspectorId, Position, SiteId};

/// The kilometres there and back of these journeys add up to something between two values.
pub struct Clue {
    pub journeys: Vec<(InspectorId, SiteId)>,
    pub low: f64,
    pub high: f64,
}

/// What is left for one inspector: no point lies nearer than this to all that agree with the clues.
pub struct Left {
    pub inspector: InspectorId,
    pub radius: f64,
}

/// A point of the grid, or a site, on the unit sphere.
type Point = [f64; 3];

const EARTH_KM: f64 = 6371.0;
/// From a point to the next, in degrees: about 4 km.
const STEP: f64 = 0.036;
/// No home is farther from a point of the grid than this.
const BETWEEN: f64 = 2.9;

fn point(latitude: f64, longitude: f64) -> Point {
    let (latitude, longitude) = (latitude.to_radians(), longitude.to_radians());
    [
        latitude.cos() * longitude.cos(),
        latitude.cos() * longitude.sin(),
        latitude.sin(),
    ]
}

fn km([a, b, c]: &Point, [d, e, f]: &Point) -> f64 {
    EARTH_KM * (a * d + b * e + c * f).clamp(-1.0, 1.0).acos()
}

/// England and Wales finely, and the rest of these islands and the near continent coarsely.
fn grid() -> Vec<Point> {
    let mut points = Vec::new();
    let mut fill = |south: f64, north: f64, west: f64, east: f64, step: f64, inside: bool| {
        let mut latitude = south;
        while latitude <= north {
            let mut longitude = west;
            while longitude <= east {
                let fine = (49.8..56.0).contains(&latitude) && (-6.5..2.0).contains(&longitude);
                if inside || !fine {
                    points.push(point(latitude, longitude));
                }
                // A degree of longitude is about six tenths of one of latitude.
                longitude += step / 0.6;
            }
            latitude += step;
        }
    };
    fill(49.8, 56.0, -6.5, 2.0, STEP, true);
    fill(46.0, 60.0, -12.0, 8.0, 0.5, false);
    points
}

/// One inspector as the attacker sees them.
struct Suspect {
    inspector: InspectorId,
    base: Point,
    /// Of each clue, their journeys in it, as kilometres there and back from every point of the grid; empty without any.
    lengths: Vec<Vec<f64>>,
    /// How many journeys they have in each clue.
    journeys: Vec<usize>,
    /// The points that agree with every clue so far.
    left: Vec<usize>,
}

impl Suspect {
    /// The least and the most that their journeys of a clue can come to.
    fn span(&self, clue: usize) -> (f64, f64) {
        if self.journeys[clue] == 0 {
            return (0.0, 0.0);
        }
        let lengths = self.left.iter().map(|point| self.lengths[clue][*point]);
        let slack = 2.0 * BETWEEN * self.journeys[clue] as f64;
        let (least, most) = lengths.fold((f64::INFINITY, 0.0_f64), |(least, most), length| {
            (least.min(length), most.max(length))
        });
        ((least - slack).max(0.0), most + slack)
    }
}

/// Draws every circle, and again where one inspector's leave less to another, until nothing changes.
pub fn attack(inspection: &Inspection, clues: &[Clue]) -> Vec<Left> {
    let grid = grid();
    let place = |position: Option<Position>| {
        let position = position.expect("coordinates");
        point(position.latitude, position.longitude)
    };
    let site = |id: &SiteId| place(inspection.site(id).expect("a site").position);
    let suspect = |inspector: &assize::domain::Inspector| {
        let mut lengths = Vec::new();
        let mut journeys = Vec::new();
        for clue in clues {
            let own = clue.journeys.iter().filter(|(who, _)| *who == inspector.id);
            let sites: Vec<Point> = own.map(|(_, to)| site(to)).collect();
            let length = |from: &Point| sites.iter().map(|to| 2.0 * km(from, to)).sum::<f64>();
            journeys.push(sites.len());
            lengths.push(match sites.is_empty() {
                true => Vec::new(),
                false => grid.iter().map(length).collect(),
            });
        }
        Suspect {
            inspector: inspector.id.clone(),
            base: place(inspector.base),
            lengths,
            journeys,
            left: (0..grid.len()).collect(),
        }
    };
    // Of those who go nowhere nothing is learnt.
    let travels = |inspector: &&assize::domain::Inspector| {
        let mut journeys = clues.iter().flat_map(|clue| &clue.journeys);
        journeys.any(|(who, _)| *who == inspector.id)
    };
    let travellers = inspection.inspectors.iter().filter(travels);
    let mut suspects: Vec<Suspect> = travellers.map(suspect).collect();
    loop {
        let before: usize = suspects.iter().map(|one| one.left.len()).sum();
        for (number, clue) in clues.iter().enumerate() {
            let spans: Vec<(f64, f64)> = suspects.iter().map(|one| one.span(number)).collect();
            let (least, most) = spans
                .iter()
                .fold((0.0, 0.0), |sum, span| (sum.0 + span.0, sum.1 + span.1));
            for (suspect, span) in suspects.iter_mut().zip(&spans) {
                if suspect.journeys[number] > 0 {
                    let slack = 2.0 * BETWEEN * suspect.journeys[number] as f64;
                    let low = clue.low - (most - span.1) - slack;
                    let high = clue.high - (least - span.0) + slack;
                    let lengths = &suspect.lengths[number];
                    suspect
                        .left
                        .retain(|point| (low..=high).contains(&lengths[*point]));
                }
            }
        }
        let after: usize = suspects.iter().map(|one| one.left.len()).sum();
        if after == before {
            break;
        }
    }
    suspects
        .into_iter()
        .map(|one| {
            let nearest = one.left.iter().map(|at| km(&grid[*at], &one.base));
            let nearest = nearest.fold(f64::INFINITY, f64::min);
            assert!(
                nearest < 3.0 * BETWEEN,
                "the attack lost the home of {}",
                one.inspector
            );
            let points: Vec<Point> = one.left.iter().map(|at| grid[*at]).collect();
            Left {
                inspector: one.inspector,
                radius: radius(&points),
            }
        })
        .collect()
}

/// Half the way between the two points farthest apart, or a little less: no circle around all of them is smaller.
fn radius(points: &[Point]) -> f64 {
    let mut widest: f64 = 0.0;
    for turn in 0..16 {
        let angle = std::f64::consts::PI * f64::from(turn) / 16.0;
        // Across the islands from 53° north, 2° west: east, and north.
        let (north, east) = (point(143.0, -2.0), point(0.0, 88.0));
        let along = |at: &Point| -> f64 {
            let dot = |a: &Point| a.iter().zip(at).map(|(a, b)| a * b).sum::<f64>();
            angle.cos() * dot(&east) + angle.sin() * dot(&north)
        };
        let order = |a: &&Point, b: &&Point| along(a).total_cmp(&along(b));
        if let (Some(one), Some(other)) = (points.iter().min_by(order), points.iter().max_by(order))
        {
            widest = widest.max(km(one, other));
        }
    }
    widest / 2.0
}
