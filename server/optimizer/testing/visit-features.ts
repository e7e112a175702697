import fc from "fast-check";
import { type Loads, PRIORITIES, type TimeWindow } from "@/server/domain/plan/routing-problem";
import { DEPOTS, HOUR, MORNING } from "./plain-problem";
import { changeVehicles, changeVisits, mostly, type ProblemChange, type ProblemSize, upTo } from "./problem-change";

type Feature = (size: ProblemSize) => fc.Arbitrary<ProblemChange>;

const SKILLS = ["cold", "fragile"];
const VEHICLE_FEATURES = ["lift"];

export const windows: Feature = (size) =>
  changeVisits(
    size,
    fc.record({ windows: fewWindows(), windowSemantics: fc.constantFrom("start" as const, "finish" as const) }),
    (drawn) => drawn,
  );

/** None, one or two of them, in the hours in which a short route is under way. */
function fewWindows(): fc.Arbitrary<TimeWindow[]> {
  const width = fc.integer({ min: HOUR / 6, max: 2 * HOUR });
  return fc.tuple(upTo(2), upTo(3 * HOUR), width, width, width).map(([count, wait, first, gap, second]) => {
    const opens = MORNING - HOUR / 2 + wait;
    return [
      { fromSeconds: opens, toSeconds: opens + first },
      { fromSeconds: opens + first + gap, toSeconds: opens + first + gap + second },
    ].slice(0, count);
  });
}

/** Goods brought and fetched, and vehicles that hold a few visits' worth of them. */
export const loads: Feature = (size) => {
  const amounts = fc.tuple(upTo(20), upTo(20), fc.constant(1), upTo(1)).map((drawn): Loads => drawn);
  const fits = fc.integer({ min: 15, max: 60 });
  const capacity = fc.tuple(fits, fits, fc.integer({ min: 1, max: 8 }), upTo(3)).map((drawn): Loads => drawn);
  return both(
    changeVisits(size, fc.record({ deliver: amounts, pickup: mostly(amounts) }), ({ deliver, pickup }) => ({
      deliver,
      ...(pickup ? { pickup } : {}),
    })),
    changeVehicles(size, capacity, (drawn) => ({ capacity: drawn })),
  );
};

/** Many visits have a gate, and some lie behind the same one. */
export const checkIn: Feature = (size) =>
  changeVisits(
    size,
    fc.record({ checkInSeconds: mostly(upTo(HOUR / 4)), doorOf: upTo(size.visits - 1), isNext: fc.boolean() }),
    ({ checkInSeconds, doorOf, isNext }) => ({
      ...(checkInSeconds === undefined ? {} : { checkInSeconds }),
      ...(isNext ? { location: DEPOTS + doorOf } : {}),
    }),
  );

export const demands: Feature = (size) =>
  both(
    changeVisits(
      size,
      mostly(fc.record({ skills: fc.subarray(SKILLS, { maxLength: 1 }), features: fc.subarray(VEHICLE_FEATURES) })),
      (drawn) => ({ ...drawn }),
    ),
    changeVehicles(
      size,
      fc.record({ skills: fc.subarray(SKILLS), features: fc.subarray(VEHICLE_FEATURES) }),
      (drawn) => drawn,
    ),
  );

export const allowedVehicles: Feature = (size) =>
  changeVisits(size, mostly(fc.subarray([...Array(size.vehicles).keys()])), (drawn) =>
    drawn ? { allowedVehicles: drawn } : {},
  );

export const priorities: Feature = (size) =>
  changeVisits(size, fc.constantFrom(...PRIORITIES), (priority) => ({ priority }));

export const prizes: Feature = (size) =>
  changeVisits(size, mostly(upTo(3000)), (prizeCents) => (prizeCents === undefined ? {} : { prizeCents }));

/** Neighbours by number become pairs; which they are is drawn, the first of the problem always. */
export const pairs: Feature = (size) =>
  changeVisits(size, fc.boolean(), (isPaired, i) => (isPickup(size, isPaired, i) ? { pairedDropoff: i + 1 } : {})).map(
    andGoods,
  );

/** Like `pairs`, or some of those that are pairs already. */
export const directPairs: Feature = (size) =>
  changeVisits(size, fc.boolean(), (isPaired, i, { pairedDropoff }) =>
    pairedDropoff !== undefined || isPickup(size, isPaired, i)
      ? { pairedDropoff: i + 1, direct: isPaired || i === 0 }
      : {},
  ).map(andGoods);

function isPickup({ visits }: ProblemSize, isPaired: boolean, i: number): boolean {
  return i % 2 === 0 && i + 1 < visits && (isPaired || i === 0);
}

/** A pair's goods are what its pickup takes on, a parcel if nothing; its drop-off repeats them. */
function andGoods(pair: ProblemChange): ProblemChange {
  return (problem) => {
    const visits = [...pair(problem).visits];
    for (const [i, visit] of visits.entries()) {
      if (visit.pairedDropoff === undefined) continue;
      const goods: Loads = visit.pickup.some((amount) => amount > 0) ? visit.pickup : [0, 0, 1, 0];
      visits[i] = { ...visit, pickup: goods, deliver: [0, 0, 0, 0] };
      visits[visit.pairedDropoff] = { ...visits[visit.pairedDropoff]!, deliver: goods };
    }
    return { ...problem, visits };
  };
}

function both(first: fc.Arbitrary<ProblemChange>, second: fc.Arbitrary<ProblemChange>): fc.Arbitrary<ProblemChange> {
  return fc.tuple(first, second).map(
    ([one, other]) =>
      (problem) =>
        other(one(problem)),
  );
}
