import { use, useMemo } from "react";
import { useLiveDay } from "./live-day-context";
import { VansContext } from "./vans-context";

/** After so long without a fix nobody knows where a van is. */
export const SILENT_SECONDS = 120;

/** The routes under way whose van has not been heard of for a while. */
export function useSilentRoutes(): ReadonlySet<string> {
  const vans = use(VansContext);
  const day = useLiveDay();
  return useMemo(() => {
    const out = [...(day?.routes ?? [])].filter(([, { phase }]) => phase === "started" || phase === "break");
    return new Set(out.filter(([id]) => (vans.get(id)?.ageSeconds ?? Infinity) >= SILENT_SECONDS).map(([id]) => id));
  }, [vans, day]);
}
