import type { RoutingBalance } from "@/server/domain/plan/routing-problem";
import type { OptimizationWishes } from "./run-of-plan";

/** The dialog's answers, as its controls hold them. */
export interface WishesDraft {
  readonly strategies: OptimizationWishes["strategies"];
  readonly startFrom: OptimizationWishes["startFrom"];
  readonly keepDrivers: boolean;
  readonly shares: keyof typeof SHARES;
  readonly overlap: keyof typeof OVERLAPS;
  /** Vans may come back to load again, and stay so many minutes. */
  readonly mayReload: boolean;
  readonly loadMinutes: (typeof LOAD_MINUTES)[number];
  readonly seconds: string;
}

export const LOAD_MINUTES = ["0", "10", "15", "20", "30", "45", "60"] as const;
/** Working hours bound it well before. */
const MOST_RELOADS = 20;

export const SHARES = {
  any: null,
  "time-used": { by: "working-time", forced: false, factor: 0.5 },
  "time-all": { by: "working-time", forced: true, factor: 1 },
  "stops-used": { by: "visits", forced: false, factor: 0.5 },
  "stops-all": { by: "visits", forced: true, factor: 1 },
} as const satisfies Record<string, RoutingBalance | null>;

export const OVERLAPS = { any: 0, some: 0.3, apart: 1 } as const;

export const FIRST_DRAFT: WishesDraft = {
  strategies: ["cheapest"],
  startFrom: "current",
  keepDrivers: false,
  shares: "any",
  overlap: "any",
  mayReload: false,
  loadMinutes: "20",
  seconds: "30",
};

export function wishesOf(draft: WishesDraft): OptimizationWishes {
  const { shares, overlap, mayReload, loadMinutes, seconds, ...rest } = draft;
  const reload = mayReload ? { loadSeconds: Number(loadMinutes) * 60, maxCount: MOST_RELOADS } : null;
  return { ...rest, reload, balance: SHARES[shares], clustering: OVERLAPS[overlap], maxSeconds: Number(seconds) };
}
