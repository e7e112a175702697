import { arrivalErrors, LEAD_MINUTES, type ReachedStop } from "@/server/domain/execution/arrival-accuracy";
import { quantile } from "@/server/domain/execution/quantile";

/** Fewer stops than this say little about the tenth that comes earliest or latest. */
export const LEAST_STOPS = 50;

/** What counts until a tenant has a history: so many minutes early and late, and so much of the way ahead on top. */
const DEFAULT_EARLY = { minutes: 5, shareOfLead: 0.1 };
const DEFAULT_LATE = { minutes: 10, shareOfLead: 0.2 };

/** Reached − expected so long before: a tenth of the stops came earlier than `p10`, a tenth later than `p90`. */
export interface ErrorSpread {
  readonly p10Seconds: number;
  readonly p90Seconds: number;
}

/** How far expectations of a tenant are off by lead time, sorted by it; leads without enough stops are absent. */
export type LeadErrors = readonly (ErrorSpread & { readonly leadMinutes: number })[];

/** Measures the spread of errors from a tenant's history (product.md §3, "window from measured error"). */
export function measureLeadErrors(reached: readonly ReachedStop[]): LeadErrors {
  return spreadByLead(new Map(LEAD_MINUTES.map((lead) => [lead, arrivalErrors(reached, lead)])));
}

/** The same from errors in seconds by lead time; a lead of too few stops is left out. */
export function spreadByLead(errorsByLead: ReadonlyMap<number, readonly number[]>): LeadErrors {
  return [...errorsByLead]
    .flatMap(([leadMinutes, errors]) => {
      const p10Seconds = quantile(errors, 0.1);
      const p90Seconds = quantile(errors, 0.9);
      if (errors.length < LEAST_STOPS || p10Seconds === null || p90Seconds === null) return [];
      return [{ leadMinutes, p10Seconds, p90Seconds }];
    })
    .sort((a, b) => a.leadMinutes - b.leadMinutes);
}

/** What is stated of a tenant without a history. */
export function defaultErrors(leadMinutes: number): ErrorSpread {
  const lead = Math.max(0, leadMinutes);
  return {
    p10Seconds: -60 * (DEFAULT_EARLY.minutes + DEFAULT_EARLY.shareOfLead * lead),
    p90Seconds: 60 * (DEFAULT_LATE.minutes + DEFAULT_LATE.shareOfLead * lead),
  };
}

/** The spread at a lead time: between two measured leads in proportion, outside them the nearest; else the default. */
export function errorsAtLead(measured: LeadErrors, leadMinutes: number): ErrorSpread {
  const above = measured.find((each) => each.leadMinutes >= leadMinutes);
  const below = measured.findLast((each) => each.leadMinutes <= leadMinutes);
  const [low, high] = [below ?? above, above ?? below];
  if (!low || !high) return defaultErrors(leadMinutes);
  const span = high.leadMinutes - low.leadMinutes;
  const share = span === 0 ? 0 : (leadMinutes - low.leadMinutes) / span;
  return {
    p10Seconds: low.p10Seconds + share * (high.p10Seconds - low.p10Seconds),
    p90Seconds: low.p90Seconds + share * (high.p90Seconds - low.p90Seconds),
  };
}
