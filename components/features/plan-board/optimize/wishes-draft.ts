import type { RoutingBalance } from "@/server/domain/plan/routing-problem";
import type { OptimizationWishes } from "../plan-gateway";

/** The dialog's answers, as its controls hold them. */
export interface WishesDraft {
  readonly strategies: OptimizationWishes["strategies"];
  readonly startFrom: OptimizationWishes["startFrom"];
  readonly keepDrivers: boolean;
  readonly shares: keyof typeof SHARES;
  readonly overlap: keyof typeof OVERLAPS;
  readonly seconds: string;
}

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
  seconds: "30",
};

export function wishesOf({ shares, overlap, seconds, ...rest }: WishesDraft): OptimizationWishes {
  return { ...rest, balance: SHARES[shares], clustering: OVERLAPS[overlap], maxSeconds: Number(seconds) };
}
