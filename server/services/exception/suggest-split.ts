import "server-only";
import { exceptionIdSchema } from "@/server/domain/exception/exception-schema";
import { lateAsDriven } from "@/server/domain/exception/late-as-driven";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { sumFigures } from "@/server/domain/plan/diff-plan";
import { splitRoute } from "@/server/domain/plan/split-route";
import { query } from "../kernel/query";
import { readSubject } from "./suggest-fixes";

/** A whole route dealt out to others, by what is driven and estimated now; its preview times it on roads. */
export interface SuggestedSplit {
  readonly projectId: string;
  readonly date: string;
  readonly routeId: string;
  readonly routeNumber: number;
  /** How many stops would go, to how many routes, and how many fit nowhere. */
  readonly stops: number;
  readonly routes: number;
  readonly left: number;
  /** Over all routes concerned. */
  readonly durationSeconds: number;
  /** How many stops of those routes will be late then, and are expected late now, as the day goes. */
  readonly lateAfter: number;
  readonly lateNow: number;
}

/** What helps when a driver is not there at all; late stops alone are better moved. */
const DRIVER_IS_AWAY: readonly string[] = ["no-start", "stale-gps", "declined", "problem", "driver-issue"];

/** What dealing the exception's route out to the day's others would come to; null where that is no help, or not possible. */
export const suggestSplit = query({
  permission: "plan.edit",
  input: exceptionIdSchema,
  run: async ({ tx, actor, now }, { exceptionId }): Promise<SuggestedSplit | null> => {
    const subject = await readSubject(tx, actor.organizationId, exceptionId, now);
    if (!subject || !DRIVER_IS_AWAY.includes(subject.row.type)) return null;
    const { plan, board, from, soFar } = subject;
    const legs = boardLegs(board);
    const split = splitRoute(board, from.id, legs);
    if (!split.ok || split.movedVisitIds.length === split.left.length) return null;
    const after = applySequences(board, split.sequences, legs);
    const touched = new Set(split.sequences.map(({ routeId }) => routeId));
    const durationOf = ({ routes }: typeof board) =>
      sumFigures(routes.filter(({ id }) => touched.has(id))).durationSeconds;
    return {
      projectId: plan.projectId,
      date: plan.date,
      routeId: from.id,
      routeNumber: from.number,
      stops: split.movedVisitIds.length - split.left.length,
      routes: touched.size - 1,
      left: split.left.length,
      durationSeconds: durationOf(after) - durationOf(board),
      lateAfter: lateAsDriven(after, touched, soFar),
      lateNow: lateAsDriven(board, touched, soFar),
    };
  },
});
