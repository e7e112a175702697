import "server-only";
import { z } from "zod";
import { listEndedVisits } from "@/db/queries/proof/evidence";
import type { Outcome } from "@/server/domain/execution/outcome";
import { evidenceFlags, type FlagKind } from "@/server/domain/proof/evidence-flags";
import type { ReviewState } from "@/server/domain/proof/review";
import { addLocalDays, localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { loadEvidence } from "./load-evidence";

/** Older days are closed: they are looked at by naming the day. */
const OPEN_DAYS = 31;

/** One line of the queue. */
export interface ReviewLine {
  readonly routeId: string;
  readonly visitId: string;
  readonly opId: string;
  readonly date: string;
  readonly timeZone: string;
  readonly routeNumber: number;
  readonly driverId: string | null;
  readonly driverName: string;
  readonly externalId: string;
  readonly contactName: string;
  readonly street: string;
  readonly outcome: Outcome;
  readonly completedAtMs: number;
  readonly pictures: number;
  readonly flags: readonly FlagKind[];
  readonly state: ReviewState;
}

/** The visits that have ended on a day, or on any of the last (date null), and what there is to look at in each. */
export const listReviews = query({
  permission: "proof.read",
  input: z.object({ projectId: z.uuid(), date: localDateSchema.nullable() }),
  run: async ({ tx, actor, now }, { projectId, date }): Promise<ReviewLine[]> => {
    const fromDate = addLocalDays(now.toISOString().slice(0, 10), -OPEN_DAYS);
    const visits = await listEndedVisits(tx, actor.organizationId, { projectId, date, fromDate });
    const evidence = await loadEvidence(tx, actor.organizationId, visits);
    return evidence.map((each) => ({
      routeId: each.routeId,
      visitId: each.visitId,
      opId: each.completion.opId,
      date: each.date,
      timeZone: each.timeZone,
      routeNumber: each.routeNumber,
      driverId: each.driverId,
      driverName: each.driverName,
      externalId: each.externalId,
      contactName: each.contactName,
      street: each.street,
      outcome: each.completion.outcome,
      completedAtMs: each.completion.atMs,
      pictures: each.proofs.filter(({ status }) => status === "verified").length,
      flags: evidenceFlags(each).map(({ kind }) => kind),
      state: each.review.state,
    }));
  },
});
