import "server-only";
import { findEndedVisits, saveReviews } from "@/db/queries/proof/evidence";
import { decideReviewsSchema } from "@/server/domain/proof/proof-schema";
import { lookAnew } from "../execution/look-anew";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { askForPhotos } from "./ask-for-photos";
import { evidenceEvent } from "./evidence-event";
import { loadEvidence } from "./load-evidence";

/**
 * Says what is thought of visits' evidence; answers with what was thought before, which is what takes it back. All or
 * none: refused where a driver has said something new of a visit since it was looked at. The day is looked at for
 * exceptions anew, and a driver still on the road is asked to prove what was rejected.
 */
export const decideReviews = command({
  permission: "proof.review",
  input: decideReviewsSchema,
  run: async (scope, { decisions }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const evidence = await loadEvidence(tx, organizationId, await findEndedVisits(tx, organizationId, decisions));
    const known = new Map(evidence.map((each) => [`${each.routeId}/${each.visitId}`, each]));
    const news = decisions.map((decision) => {
      const each = found(known.get(`${decision.routeId}/${decision.visitId}`), "stop");
      if (each.completion.opId === decision.opId) return { decision, each };
      throw new ServiceError("stale", "The driver has put this stop right since. Look at it again.", {
        reason: "proof-changed",
        visitId: each.visitId,
      });
    });
    const before = news.map(({ decision: { routeId, visitId, opId }, each: { review } }) => ({
      routeId,
      visitId,
      opId,
      state: review.state,
      note: review.note,
    }));
    const different = news.filter(
      ({ decision, each }) => decision.state !== each.review.state || decision.note !== each.review.note,
    );
    if (different.length === 0) return unchanged({ before });
    await saveReviews(
      tx,
      different.map(({ decision }) => ({
        organizationId,
        ...decision,
        reviewerId: actor.kind === "user" ? actor.id : null,
        reviewedBy: actor.label,
        reviewedAt: now,
      })),
    );
    const events = different.map(({ decision: { state, note }, each }) => ({
      ...evidenceEvent("proof.reviewed", each),
      before: { state: each.review.state, note: each.review.note },
      after: { state, note },
    }));
    await lookAnew(scope, { planIds: different.map(({ each }) => each.planId) });
    const rejected = different
      .filter(({ decision }) => decision.state === "rejected")
      .filter(({ each }) => each.review.state !== "rejected")
      .map(({ decision: { note }, each }) => ({ each, note }));
    return changed({ before }, [...events, ...(await askForPhotos(scope, rejected))]);
  },
});
