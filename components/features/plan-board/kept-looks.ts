import type { RouteLook } from "@/components/map/route-palette";

type Looks = ReadonlyMap<string, RouteLook>;
type StoredPlan = readonly [planId: string, looks: readonly (readonly [routeId: string, look: RouteLook])[]];
/** Opened late: where browsers forbid storage, already naming it throws. */
type OpenStore = () => Pick<Storage, "getItem" | "setItem">;

const KEY = "dray-route-looks";
/** About two weeks of one depot's days, a few kilobytes each. */
const MOST_PLANS = 14;

/** The looks this browser last gave the routes of a plan, so that a reload changes no colour; empty where it has none. */
export function readKeptLooks(open: OpenStore, planId: string): Looks {
  return new Map(plansIn(open).find(([id]) => id === planId)?.[1]);
}

/** Keeps a plan's looks for the next reload. A browser that stores nothing starts anew each time. */
export function keepLooks(open: OpenStore, planId: string, looks: Looks): void {
  const others = plansIn(open).filter(([id]) => id !== planId);
  const plans: StoredPlan[] = [[planId, [...looks]], ...others];
  try {
    open().setItem(KEY, JSON.stringify(plans.slice(0, MOST_PLANS)));
  } catch {
    // Full or forbidden: colours are no reason to fail.
  }
}

function plansIn(open: OpenStore): readonly StoredPlan[] {
  try {
    const stored: unknown = JSON.parse(open().getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isPlan) : [];
  } catch {
    return [];
  }
}

function isPlan(value: unknown): value is StoredPlan {
  if (!Array.isArray(value) || typeof value[0] !== "string" || !Array.isArray(value[1])) return false;
  return value[1].every(
    (entry) => Array.isArray(entry) && Number.isInteger(entry[1]?.hueIndex) && Number.isInteger(entry[1]?.styleIndex),
  );
}
