/**
 * Barcelona's Eixample as Cerdà drew it: square blocks 133.3 m apart on a grid whose "horizontal" streets run north-east.
 * `u` counts blocks along them from Passeig de Gràcia, `v` blocks up from Gran Via towards the hill.
 */
const ORIGIN = { lat: 41.3897, lng: 2.1681 };
const BLOCK_METERS = 133.3;
const BEARING_RADIANS = (45 * Math.PI) / 180;
const METERS_PER_DEGREE_LAT = 111_080;
const METERS_PER_DEGREE_LNG = 83_510;
/** From a street's middle to the doors. */
const DOOR_METERS = 13;

interface GridStreet {
  readonly name: string;
  readonly runs: "horizontal" | "vertical";
  /** Its own `v` (horizontal) or `u` (vertical). */
  readonly at: number;
  /** Blocks it exists along. */
  readonly from: number;
  readonly to: number;
  /** House number at block 0 of its course and how many numbers a block has. */
  readonly zeroNumber: number;
  readonly perBlock: number;
}

export interface GridDoor {
  readonly street: string;
  readonly houseNumber: number;
  readonly postcode: string;
  readonly lat: number;
  readonly lng: number;
  readonly u: number;
  readonly v: number;
}

const WEST = -8;
const EAST = 12;

const horizontal = (name: string, at: number, zeroNumber: number, from = WEST): GridStreet => ({
  name,
  runs: "horizontal",
  at,
  from,
  to: EAST,
  zeroNumber,
  perBlock: 13.4,
});

const vertical = (name: string, at: number, from: number): GridStreet => ({
  name,
  runs: "vertical",
  at,
  from,
  to: 8,
  zeroNumber: 1 - from * 14,
  perBlock: 14,
});

export const GRID_STREETS: readonly GridStreet[] = [
  horizontal("Carrer d'Ausiàs Marc", -2, -12, 1),
  horizontal("Carrer de Casp", -1, 1, 1),
  horizontal("Gran Via de les Corts Catalanes", 0, 634),
  horizontal("Carrer de la Diputació", 1, 262),
  horizontal("Carrer del Consell de Cent", 2, 324),
  horizontal("Carrer d'Aragó", 3, 266),
  horizontal("Carrer de València", 4, 262),
  horizontal("Carrer de Mallorca", 5, 264),
  horizontal("Carrer de Provença", 6, 264),
  horizontal("Carrer del Rosselló", 7, 246),
  horizontal("Carrer de Còrsega", 8, 296),
  vertical("Carrer del Comte d'Urgell", -8, -2),
  vertical("Carrer de Villarroel", -7, -2),
  vertical("Carrer de Casanova", -6, -1),
  vertical("Carrer de Muntaner", -5, -1),
  vertical("Carrer d'Aribau", -4, 0),
  vertical("Carrer d'Enric Granados", -3, 2),
  vertical("Carrer de Balmes", -2, 0),
  vertical("Rambla de Catalunya", -1, 0),
  vertical("Passeig de Gràcia", 0, -1),
  vertical("Carrer de Pau Claris", 1, -2),
  vertical("Carrer de Roger de Llúria", 2, -2),
  vertical("Carrer del Bruc", 3, -2),
  vertical("Carrer de Girona", 4, -2),
  vertical("Carrer de Bailèn", 5, -2),
  vertical("Passeig de Sant Joan", 6, -2),
  vertical("Carrer de Roger de Flor", 7, -2),
  vertical("Carrer de Nàpols", 8, -2),
  vertical("Carrer de Sicília", 9, -1),
  vertical("Carrer de Sardenya", 10, -1),
  vertical("Carrer de la Marina", 11, -1),
  vertical("Carrer de Lepant", 12, 0),
];

/** The doors of a street: both sides, a few per block, none on the cut corners; the same on every call. */
export function doorsOf(street: GridStreet): GridDoor[] {
  const doors: GridDoor[] = [];
  const first = Math.ceil(street.zeroNumber + street.from * street.perBlock);
  const last = Math.floor(street.zeroNumber + street.to * street.perBlock);
  for (let houseNumber = Math.max(1, first); houseNumber <= last; houseNumber++) {
    const along = (houseNumber - street.zeroNumber) / street.perBlock;
    const withinBlock = along - Math.floor(along);
    // The cut corners have no doors, and neither side has all its numbers: the rest is for interpolation.
    if (withinBlock < 0.12 || withinBlock > 0.88 || houseNumber % 7 === 3) continue;
    // Odd numbers stand on the left of someone who walks with the numbers rising.
    const side = ((houseNumber % 2 === 1 ? -1 : 1) * DOOR_METERS) / BLOCK_METERS;
    const [u, v] = street.runs === "horizontal" ? [along, street.at - side] : [street.at + side, along];
    const { lat, lng } = gridPosition(u, v);
    doors.push({ street: street.name, houseNumber, postcode: postcodeAt(u, v), lat, lng, u, v });
  }
  return doors;
}

/** WGS84 of a point of the grid, to a decimetre. */
function gridPosition(u: number, v: number): { lat: number; lng: number } {
  const east = (u * Math.sin(BEARING_RADIANS) - v * Math.cos(BEARING_RADIANS)) * BLOCK_METERS;
  const north = (u * Math.cos(BEARING_RADIANS) + v * Math.sin(BEARING_RADIANS)) * BLOCK_METERS;
  return {
    lat: round6(ORIGIN.lat + north / METERS_PER_DEGREE_LAT),
    lng: round6(ORIGIN.lng + east / METERS_PER_DEGREE_LNG),
  };
}

/** The postal districts of the Eixample, their edges straightened to the grid. */
function postcodeAt(u: number, v: number): string {
  if (u < -2.5) return v < 2 ? "08011" : "08036";
  if (u < 2.5) return v < 4 ? "08007" : "08008";
  if (u < 6.5) return v < 1 ? "08010" : v < 6 ? "08009" : "08037";
  return v < 6 ? "08013" : "08025";
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
