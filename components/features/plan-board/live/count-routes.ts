import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { LiveDay } from "./live-day-context";

/** What the strip counts routes by; each of them narrows the list. */
export const LIVE_COUNTS = [
  "unopened",
  "unanswered",
  "unstarted",
  "late",
  "risk",
  "silent",
  "break",
  "finished",
] as const;
export type LiveCount = (typeof LIVE_COUNTS)[number];

/** A route whose tightest promise has less to spare than this may be late before long. */
export const RISK_SECONDS = 15 * 60;

export function routesByCount(
  { routes }: Pick<PlanBoard, "routes">,
  { routes: driven, figures }: Pick<LiveDay, "routes" | "figures">,
  silent: ReadonlySet<string>,
): Record<LiveCount, readonly string[]> {
  const out = routes.filter((route) => route.stops.length > 0).map(({ id }) => id);
  const at = (...phases: string[]) => out.filter((id) => phases.includes(driven.get(id)?.phase ?? "unsent"));
  return {
    unopened: at("sent"),
    unanswered: at("opened", "declined"),
    unstarted: at("accepted"),
    late: out.filter((id) => (figures.get(id)?.lateStops ?? 0) > 0),
    risk: out.filter((id) => {
      const { lateStops = 0, slackSeconds = null } = figures.get(id) ?? {};
      return (
        lateStops === 0 && slackSeconds !== null && slackSeconds < RISK_SECONDS && driven.get(id)?.phase !== "unsent"
      );
    }),
    silent: out.filter((id) => silent.has(id)),
    break: at("break"),
    finished: at("finished"),
  };
}
