import type { LatLng } from "@/server/domain/geo";
import {
  PRIORITIES,
  type Priority,
  type RoutingProblem,
  type RoutingVehicle,
  type TimeWindow,
  type TravelMatrix,
  type WindowSemantics,
} from "@/server/domain/plan/routing-problem";

/** A door to be put in order; its windows in seconds elapsed since the day's midnight. */
export interface SequencedDoor {
  readonly id: string;
  readonly position: LatLng;
  readonly serviceSeconds: number;
  readonly windows: readonly TimeWindow[];
  readonly windowSemantics: WindowSemantics;
  readonly priority: Priority;
}

const NOTHING = [0, 0, 0, 0] as const;
/** A kilometre weighs as much as a minute of driving: the shortest way in distance and time. */
const CENTS_PER_KM = 60;
const CENTS_PER_HOUR = 3600;
/** Longer than any consignment takes to drive. */
const ENDLESS_SECONDS = 20 * 86_400;

/**
 * The shortest order of doors as a question for the optimizer: the first stays first and the last last. Without
 * `startSeconds` nobody looks at the clock, with it windows count from then on.
 */
export function sequenceProblem(
  doors: readonly SequencedDoor[],
  matrix: TravelMatrix,
  startSeconds: number | null,
): RoutingProblem {
  const isTimed = startSeconds !== null;
  const last = doors.length - 1;
  const visits = doors.map(({ id, serviceSeconds, windows, windowSemantics }, location) => ({
    id,
    location,
    serviceSeconds: isTimed ? serviceSeconds : 0,
    windows: isTimed ? windows : [],
    windowSemantics,
    deliver: NOTHING,
    pickup: NOTHING,
    skills: [],
    features: [],
    priority: "normal" as const,
  }));
  const from = startSeconds ?? 0;
  const vehicle: RoutingVehicle = {
    id: "the one",
    profile: 0,
    startLocation: 0,
    shift: { fromSeconds: from, toSeconds: from + ENDLESS_SECONDS },
    capacity: NOTHING,
    skills: [],
    features: [],
    fixedCostCents: 0,
    costPerKmCents: CENTS_PER_KM,
    costPerHourCents: CENTS_PER_HOUR,
    frozenVisits: [0],
    placedVisits: [{ visit: last, place: last + 1 }],
    locked: false,
  };
  const objective = { goal: "cost" as const };
  return { visits, vehicles: [vehicle], matrices: [matrix], objective, initialRoutes: [doors.map((_, at) => at)] };
}

/** Of doors at one place that follow each other, the more urgent first; the first and the last of all stay where they are. */
export function urgentFirst<D extends Pick<SequencedDoor, "position" | "priority">>(doors: readonly D[]): D[] {
  const inner = doors.slice(1, -1);
  const groups: D[][] = [];
  for (const door of inner) {
    const before = groups.at(-1)?.[0]?.position;
    if (before?.lat === door.position.lat && before.lng === door.position.lng) groups.at(-1)!.push(door);
    else groups.push([door]);
  }
  const rank = ({ priority }: D) => PRIORITIES.indexOf(priority);
  const ordered = groups.flatMap((group) => group.sort((a, b) => rank(b) - rank(a)));
  return doors.length < 2 ? [...doors] : [doors[0]!, ...ordered, doors.at(-1)!];
}
