import type { LatLng } from "@/server/domain/geo";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { BoardPoint, BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { NO_LOADS } from "@/server/domain/plan/plan-board";
import { scheduleRoute } from "@/server/domain/plan/schedule-route";

export interface BoardShape {
  readonly routes?: number;
  readonly stopsPerRoute?: number;
  readonly pool?: number;
  readonly seed?: number;
}

const NAMES = [
  "Aina Serra",
  "Biel Ferrer",
  "Carla Vidal",
  "Dídac Roca",
  "Emma Puig",
  "Ferran Solé",
  "Gala Mas",
  "Hug Pons",
];
const STREETS = ["Carrer de Mallorca", "Carrer de València", "Carrer d'Aragó", "Passeig de Gràcia", "Carrer de Girona"];
const DEPOT: BoardPoint = { id: "depot-1", position: { lat: 41.353, lng: 2.131 } };

/** A day for tests and screenshots: vans on a slanted street grid, each sweeping its own sector, some of it late. */
export function makeBoard({ routes = 3, stopsPerRoute = 6, pool = 4, seed = 1 }: BoardShape = {}): PlanBoard {
  const random = seededRandom(seed);
  const visits = new Map<string, BoardVisit>();
  const sequences = Array.from({ length: routes }, (_, index) => {
    const visitIds = Array.from({ length: stopsPerRoute }, (_, stop) => {
      const visit = makeVisit(
        `v-${index + 1}-${stop + 1}`,
        sectorPosition(index, routes, stop, stopsPerRoute, random),
        random,
      );
      visits.set(visit.id, visit);
      return visit.id;
    });
    return { routeId: `route-${index + 1}`, visitIds };
  });
  for (let index = 0; index < pool; index++) {
    const visit = makeVisit(`p-${index + 1}`, sectorPosition(index, Math.max(pool, 1), 2, 5, random), random);
    visits.set(visit.id, visit);
  }
  const empty: PlanBoard = {
    plan: {
      id: "plan-1",
      projectId: "project-1",
      date: "2026-03-09",
      timeZone: "Europe/Madrid",
      status: "draft",
      version: 1,
      midnightEpochMs: Date.UTC(2026, 2, 8, 23),
      currency: "EUR",
      loadDimensions: [
        { name: "Weight", unit: "kg", perUnit: 1000 },
        { name: "Volume", unit: "l", perUnit: 1000 },
        { name: "Parcels", unit: "", perUnit: 1 },
      ],
    },
    depots: [{ ...DEPOT, name: "Zona Franca" }],
    routes: sequences.map((_, index) => makeRoute(index, stopsPerRoute)),
    visits,
    pool: [...visits.keys()],
    calibrations: {},
    lastEventSeq: 1,
  };
  return applySequences(empty, sequences, boardLegs(empty));
}

function makeRoute(index: number, stopsPerRoute: number): BoardRoute {
  const rules = {
    shift: { fromSeconds: 8 * 3600, toSeconds: 17 * 3600 },
    capacity: [stopsPerRoute * 9_500, stopsPerRoute * 40_000, stopsPerRoute * 3, 0] as const,
    skills: index % 4 === 0 ? ["cold"] : [],
    features: [],
    fixedCostCents: 6_000,
    costPerKmCents: 28,
    costPerHourCents: 1_900,
  };
  const name = NAMES[index % NAMES.length]!;
  return {
    id: `route-${index + 1}`,
    number: index + 1,
    driverDayId: `day-${index + 1}`,
    driver: {
      id: `driver-${index + 1}`,
      name: index < NAMES.length ? name : `${name} ${Math.floor(index / NAMES.length) + 1}`,
      email: index % 5 === 3 ? "" : `driver${index + 1}@example.com`,
      phone: index % 5 === 3 ? "" : "+34600000000",
    },
    vehicle: { id: `van-${index + 1}`, label: `Van ${index + 1}`, registration: `${1000 + index} BCN`, profile: "van" },
    rules,
    start: DEPOT,
    end: DEPOT,
    status: "planned",
    locked: false,
    frozenStops: 0,
    version: 1,
    stops: [],
    returnLeg: null,
    schedule: scheduleRoute(rules, [], [{ durationSeconds: 0, distanceMeters: 0 }]),
  };
}

function makeVisit(id: string, position: LatLng, random: () => number): BoardVisit {
  const hour = 8 + Math.floor(random() * 7);
  const number = 1 + Math.floor(random() * 400);
  return {
    id,
    deliveryId: `delivery-${id}`,
    role: "dropoff",
    externalId: `ORD-${id.toUpperCase()}`,
    name: `${NAMES[Math.floor(random() * NAMES.length)]!.split(" ")[0]} ${STREETS[number % 5]!.slice(-6)}`,
    street: `${STREETS[Math.floor(random() * STREETS.length)]} ${number}`,
    place: "08007 Barcelona",
    priority: "normal",
    status: "requested",
    position,
    serviceSeconds: 180,
    windows: random() < 0.6 ? [{ fromSeconds: hour * 3600, toSeconds: (hour + 2) * 3600 }] : [],
    windowSemantics: "start",
    deliver: [
      2_000 + Math.floor(random() * 12_000),
      8_000 + Math.floor(random() * 30_000),
      1 + Math.floor(random() * 3),
      0,
    ],
    pickup: NO_LOADS,
    skills: random() < 0.04 ? ["cold"] : [],
    features: [],
  };
}

/** A sector of the city per route, stops sweeping through it and back. */
function sectorPosition(index: number, count: number, stop: number, stops: number, random: () => number): LatLng {
  const columns = Math.ceil(Math.sqrt(count));
  const along = stop / Math.max(1, stops - 1);
  const u = ((index % columns) + 0.1 + 0.8 * along) / columns;
  const v = (Math.floor(index / columns) + 0.2 + 0.6 * random()) / columns;
  return { lat: 41.375 + 0.04 * v + 0.025 * u, lng: 2.12 + 0.075 * u - 0.03 * v };
}

/** Mulberry32: the same day for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
