/** Of so many stars or fewer a delivery has gone wrong for its customer. */
export const LOW_STARS = 2;

/** Ratings in figures. */
export interface RatingFigures {
  readonly ratings: number;
  /** Stars; null: nobody has said anything. */
  readonly average: number | null;
  /** How often one star was given, two, … five. */
  readonly stars: readonly [number, number, number, number, number];
  readonly low: number;
}

interface StarCount {
  readonly stars: number;
  readonly ratings: number;
}

interface DayCount extends StarCount {
  readonly date: string | null;
}

interface DriverCount extends StarCount {
  readonly driverId: string | null;
  readonly driverName: string | null;
}

/** Counts of stars as figures of all, of each day (the newest first) and of each driver (the least content customers first). */
export function sumRatings(byDay: readonly DayCount[], byDriver: readonly DriverCount[]) {
  const days = grouped(byDay, ({ date }) => date ?? "");
  const drivers = grouped(byDriver, ({ driverId }) => driverId);
  return {
    all: figuresOf(byDay),
    byDay: [...days]
      .map(([date, counts]) => ({ date, ...figuresOf(counts) }))
      .toSorted((left, right) => right.date.localeCompare(left.date)),
    byDriver: [...drivers]
      .map(([driverId, counts]) => ({ driverId, driverName: counts[0]!.driverName, ...figuresOf(counts) }))
      .toSorted((left, right) => left.average! - right.average! || right.ratings - left.ratings),
  };
}

function figuresOf(counts: readonly StarCount[]): RatingFigures {
  const given = (stars: number) => counts.reduce((sum, count) => sum + (count.stars === stars ? count.ratings : 0), 0);
  const stars = [given(1), given(2), given(3), given(4), given(5)] as const;
  const ratings = stars.reduce((sum, count) => sum + count, 0);
  const total = stars.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return { ratings, average: ratings === 0 ? null : total / ratings, stars, low: stars[0] + stars[1] };
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
