import { doorsOf, GRID_STREETS, type GridDoor } from "./eixample-grid";
import { type SeededRandom, seededRandom } from "./seeded-random";

const ORDERS = 420;
const VANS = 14;
const BIKES = 3;
const SEED = 20_261_121;
const WITHOUT_POSITION = 0.3;

const FIRST_NAMES =
  "Aina Arnau Berta Biel Carla Clara Dídac Elena Ferran Gemma Guillem Ivet Jan Jordi Júlia Laia Lluc Marc Mireia Nil Núria Oriol Paula Pol Queralt Roger Sílvia Txell Xavi Yasmin".split(
    " ",
  );
const LAST_NAMES =
  "Abelló Bosch Camps Duran Esteve Ferrer Garriga Huguet Iborra Jové Llopis Masdeu Noguera Oliva Puig Queralt Riera Sabater Tarrés Urgellès Vidal Ximenis".split(
    " ",
  );
const WINDOWS = [
  "09:00-13:00",
  "09:00-13:00",
  "10:00-12:00",
  "12:00-15:00",
  "15:00-19:00",
  "16:00-18:00",
  "17:00-21:00",
  "08:00-20:00",
  "08:00-20:00",
  "08:00-20:00",
  "08:00-10:00;18:00-21:00",
];
const NOTES = [
  "Interfon 2n 1a",
  "Deixar al conserge",
  "Trucar en arribar",
  "Àtic sense ascensor",
  "Lliurar a la botiga",
  "Portal per l'interior d'illa",
];
/** Zona Franca, by the port, and Poblenou. */
const DEPOTS = [
  { lat: 41.3447, lng: 2.1403 },
  { lat: 41.4021, lng: 2.1987 },
];
const ORDER_HEADERS =
  "external_id,name,phone,email,address,postcode,city,country,lat,lon,time_windows,service_minutes,weight_kg,volume_l,parcels,priority,skills,notes";
const FLEET_HEADERS =
  "external_id,driver_name,driver_email,driver_phone,vehicle_registration,vehicle_type,depot_lat,depot_lon,shift_from,shift_to,capacity_kg,capacity_l,max_stops,skills,cost_per_km,cost_per_hour,fixed_cost";
const ADDRESS_HEADERS = "street,house_number,postcode,city,country,lat,lon";

export interface SampleDay {
  readonly "orders.csv": string;
  readonly "fleet.csv": string;
  readonly "addresses.csv": string;
}

/**
 * The project's own day: invented customers at computed doors of the Eixample, as the three files an import takes. Made of
 * nothing but its seed, so it is the same wherever it is made. Telephone numbers lie in a range Spain gives to nobody.
 */
export function sampleDay(): SampleDay {
  const random = seededRandom(SEED);
  const doors = GRID_STREETS.flatMap(doorsOf);
  const orders = Array.from({ length: ORDERS }, (_, index) => orderLine(index + 1, random, doors));
  const fleet = Array.from({ length: VANS + BIKES }, (_, index) => fleetLine(index, random));
  return {
    "orders.csv": csv(ORDER_HEADERS, orders),
    "fleet.csv": csv(FLEET_HEADERS, fleet),
    "addresses.csv": csv(
      ADDRESS_HEADERS,
      doors.map((door) => [door.street, door.houseNumber, door.postcode, "Barcelona", "ES", door.lat, door.lng]),
    ),
  };
}

function orderLine(number: number, random: SeededRandom, doors: readonly GridDoor[]): (string | number)[] {
  const door = random.pick(doors);
  const located = !random.chance(WITHOUT_POSITION);
  const weightGrams = Math.round(400 + random.next() ** 3 * 22_000);
  const priority = random.chance(0.02)
    ? "critical"
    : random.chance(0.1)
      ? "high"
      : random.chance(0.1)
        ? "low"
        : "normal";
  const skill = random.chance(0.08) ? "cold" : random.chance(0.07) ? "fragile" : "";
  return [
    `BCN-${String(number).padStart(4, "0")}`,
    `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    `+34555010${String(number).padStart(3, "0")}`,
    random.chance(0.85) ? `customer${number}@example.com` : "",
    writtenAddress(door, number, located),
    door.postcode,
    "Barcelona",
    "ES",
    located ? door.lat : "",
    located ? door.lng : "",
    random.pick(WINDOWS),
    random.chance(0.7) ? 3 : random.between(4, 12),
    weightGrams / 1000,
    Math.round(weightGrams * (3 + random.next() * 4)) / 1000,
    random.chance(0.75) ? 1 : random.between(2, 4),
    priority,
    skill,
    random.chance(0.15) ? random.pick(NOTES) : "",
  ];
}

/** Mostly as the address book has it; some as people write it, so that geocoding has something to decide. */
function writtenAddress(door: GridDoor, number: number, located: boolean): string {
  const plain = `${door.street} ${door.houseNumber}`;
  if (located) return plain;
  if (number % 41 === 0) return door.street;
  if (number % 13 === 0) return plain.replace(/^Carrer (de la |del |de |d')/, "C/ ");
  if (number % 11 === 0) return plain.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return plain;
}

function fleetLine(index: number, random: SeededRandom): (string | number)[] {
  const isBike = index >= VANS;
  const number = isBike ? index - VANS + 1 : index + 1;
  const depot = isBike ? DEPOTS[1]! : DEPOTS[index % 2]!;
  const [from, to] = index % 3 === 1 ? ["12:00", "21:00"] : ["08:00", "17:00"];
  const skills = ["", "fragile", "cold", "cold;fragile"][index % 4]!;
  return [
    `${isBike ? "BIKE" : "VAN"}-${String(number).padStart(2, "0")}`,
    `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    `driver${index + 1}@example.com`,
    `+34555020${String(index + 1).padStart(3, "0")}`,
    isBike ? "" : `${String(1000 + index * 37)} DRY`,
    isBike ? "bike" : "van",
    depot.lat,
    depot.lng,
    from!,
    to!,
    isBike ? 120 : 800,
    isBike ? 900 : 6000,
    isBike ? 35 : 90,
    isBike ? (index % 2 === 0 ? "fragile" : "") : skills,
    isBike ? 0.05 : 0.32,
    isBike ? 18 : 21,
    isBike ? 8 : 32,
  ];
}

function csv(headers: string, lines: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `${[headers, ...lines.map((line) => line.map(cell).join(","))].join("\n")}\n`;
}
