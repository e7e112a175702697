import type { RouterOutput } from "@/components/lib/router-types";
import type { FlagKind } from "@/server/domain/proof/evidence-flags";

export type ReviewLine = RouterOutput["proof"]["reviews"][number];

export const SHOWN = ["open", "flagged", "rejected", "approved", "all"] as const;
export type Shown = (typeof SHOWN)[number];

export interface ReviewFilter {
  readonly show: Shown;
  readonly flag: FlagKind | null;
  readonly driverId: string | null;
}

/** The lines a filter lets through, in the order they came. */
export function filterLines(lines: readonly ReviewLine[], { show, flag, driverId }: ReviewFilter): ReviewLine[] {
  const state = show === "open" ? "pending" : show;
  return lines.filter(
    (line) =>
      (state === "all" || line.state === state) &&
      (flag === null || line.flags.includes(flag)) &&
      (driverId === null || line.driverId === driverId),
  );
}

export const lineKey = ({ routeId, visitId }: Pick<ReviewLine, "routeId" | "visitId">) => `${routeId}.${visitId}`;

/** Where the line looked at stands; of one that has left the list, what has come into its place. −1 in an empty list. */
export function currentIndex(lines: readonly ReviewLine[], key: string | null, lastIndex: number): number {
  const index = lines.findIndex((line) => lineKey(line) === key);
  return index >= 0 ? index : Math.min(lastIndex, lines.length - 1);
}
