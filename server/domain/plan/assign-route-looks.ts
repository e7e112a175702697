import { HUE_COUNT, LINE_STYLE_COUNT, type RouteLook } from "./route-look";

export interface RouteShape {
  readonly id: string;
  /** `[lng, lat]` of the stops. */
  readonly points: readonly (readonly [number, number])[];
}

/** About 500 m in the north-south direction: two routes that stop in the same block, or in adjoining ones, are neighbours. */
const CELL_DEGREES = 0.005;

/** How many blocks two routes share or touch, by route id; absent means none. */
export type Closeness = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Gives each route a hue and a line style, in the order given. Routes with an earlier look keep it for the day. A new
 * one takes the hue least used among its closest neighbours, so that neighbours differ while eight hues suffice, then
 * a line style that makes the pair unique while forty suffice.
 */
export function assignRouteLooks(
  routes: readonly RouteShape[],
  earlier: ReadonlyMap<string, RouteLook> = new Map(),
): Map<string, RouteLook> {
  const closeness = closenessOf(routes);
  const looks = new Map<string, RouteLook>();
  for (const { id } of routes) {
    const look = earlier.get(id);
    if (look) looks.set(id, look);
  }
  const waiting = new Set(routes.map(({ id }) => id).filter((id) => !looks.has(id)));
  while (waiting.size > 0) {
    const id = mostConstrained(waiting, closeness, looks);
    waiting.delete(id);
    const hueIndex = freestHue(closeness.get(id)!, looks);
    looks.set(id, { hueIndex, styleIndex: freestStyle(hueIndex, closeness.get(id)!, looks) });
  }
  return looks;
}

/** The next route to colour: whose coloured neighbours already wear the most hues (DSATUR), ties in the order given. */
function mostConstrained(
  waiting: ReadonlySet<string>,
  closeness: Closeness,
  looks: ReadonlyMap<string, RouteLook>,
): string {
  let best: { id: string; hues: number; degree: number } | undefined;
  for (const id of waiting) {
    const neighbours = closeness.get(id)!;
    const hues = new Set([...neighbours.keys()].map((other) => looks.get(other)?.hueIndex));
    hues.delete(undefined);
    const candidate = { id, hues: hues.size, degree: neighbours.size };
    if (!best || candidate.hues > best.hues || (candidate.hues === best.hues && candidate.degree > best.degree)) {
      best = candidate;
    }
  }
  return best!.id;
}

function freestHue(neighbours: ReadonlyMap<string, number>, looks: ReadonlyMap<string, RouteLook>): number {
  const conflict = new Array<number>(HUE_COUNT).fill(0);
  const used = new Array<number>(HUE_COUNT).fill(0);
  for (const [id, { hueIndex }] of looks) {
    conflict[hueIndex % HUE_COUNT]! += neighbours.get(id) ?? 0;
    used[hueIndex % HUE_COUNT]! += 1;
  }
  return leastOf(HUE_COUNT, (hue) => [conflict[hue]!, used[hue]!]);
}

function freestStyle(
  hueIndex: number,
  neighbours: ReadonlyMap<string, number>,
  looks: ReadonlyMap<string, RouteLook>,
): number {
  const count = LINE_STYLE_COUNT;
  const used = new Array<number>(count).fill(0);
  const conflict = new Array<number>(count).fill(0);
  for (const [id, look] of looks) {
    if (look.hueIndex !== hueIndex) continue;
    used[look.styleIndex % count]! += 1;
    conflict[look.styleIndex % count]! += neighbours.get(id) ?? 0;
  }
  return leastOf(count, (style) => [used[style]!, conflict[style]!]);
}

/** The first index whose scores are least, compared one after the other. */
function leastOf(count: number, scores: (index: number) => readonly [number, number]): number {
  let best = 0;
  for (let index = 1; index < count; index++) {
    const [a, b] = [scores(index), scores(best)];
    if (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])) best = index;
  }
  return best;
}

/** Which routes stop in the same or adjoining blocks, and in how many. */
export function closenessOf(routes: readonly RouteShape[]): Closeness {
  const blocks = routes.map((route) => blocksOf(route));
  const closeness = new Map<string, Map<string, number>>(routes.map(({ id }) => [id, new Map()]));
  for (let i = 0; i < routes.length; i++) {
    for (let j = 0; j < i; j++) {
      const weight = sharedOrTouching(blocks[i]!, blocks[j]!);
      if (weight === 0) continue;
      closeness.get(routes[i]!.id)!.set(routes[j]!.id, weight);
      closeness.get(routes[j]!.id)!.set(routes[i]!.id, weight);
    }
  }
  return closeness;
}

const COLUMNS = 1 << 20;

/** Blocks as single numbers; one column step is ±1, one row step ±COLUMNS. */
function blocksOf({ points }: RouteShape): Set<number> {
  return new Set(
    points.map(([lng, lat]) => {
      const columnDegrees = CELL_DEGREES / Math.cos((Math.round(lat) * Math.PI) / 180);
      return Math.round(lat / CELL_DEGREES) * COLUMNS + Math.round(lng / columnDegrees);
    }),
  );
}

const STEPS = [-COLUMNS, -1, 0, 1, COLUMNS];

function sharedOrTouching(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const block of small) {
    for (const step of STEPS) if (large.has(block + step)) count += step === 0 ? 3 : 1;
  }
  return count;
}
