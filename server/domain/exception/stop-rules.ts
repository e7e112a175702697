import { LOW_STARS } from "@/server/domain/tracking/rating-summary";
import type { ExceptionPolicy } from "./exception-policy";
import type { Severity } from "./exception-type";
import type { WantedException } from "./want-exceptions";
import type { WatchedAct, WatchedDay, WatchedOutcome, WatchedReview } from "./watched-day";

/** What is wrong with doors that have been visited, and with what drivers say. */
export function stopExceptions(day: WatchedDay, policy: ExceptionPolicy): WantedException[] {
  const routes = new Map(day.routes.map((route) => [route.routeId, route]));
  const on = (routeId: string) => {
    const route = routes.get(routeId);
    return { route, number: route ? { routeNumber: route.number } : {} };
  };
  const outcomes = day.outcomes.flatMap((outcome) => {
    const { route, number } = on(outcome.routeId);
    const { routeId, visitId, deliveryId } = outcome;
    const subject = { planId: day.planId, routeId, visitId, deliveryId, driverId: route?.driverId ?? null };
    return outcomeFindings(outcome, policy).map(({ details, ...finding }) => ({
      ...subject,
      subjectKey: `visit:${visitId}`,
      dueAtMs: null,
      ...finding,
      details: { ...number, ...details },
    }));
  });
  const acts = day.acts.map((act): WantedException => {
    const { route, number } = on(act.routeId);
    const { details, ...finding } = actFinding(act);
    return {
      planId: day.planId,
      routeId: act.routeId,
      driverId: route?.driverId ?? null,
      deliveryId: null,
      visitId: act.visitId,
      subjectKey: `act:${act.opId}`,
      dueAtMs: null,
      ...finding,
      details: { ...number, ...details },
    };
  });
  return [...outcomes, ...acts];
}

type Finding = Pick<WantedException, "type" | "severity" | "details" | "owner">;

function outcomeFindings(
  { outcome, isUndecided, reason, attempts, lacksProof, offMeters, review, rating }: WatchedOutcome,
  policy: ExceptionPolicy,
): Finding[] {
  const { maxAttempts, geocodeMeters } = policy;
  const findings: Finding[] = reviewFindings(review, policy);
  if ((outcome === "failed" || outcome === "attempted") && isUndecided) {
    findings.push({
      type: "failed-stop",
      severity: attempts >= maxAttempts ? "high" : "medium",
      details: { attempts, maxAttempts, ...(reason !== null && { reason }) },
    });
  }
  if (rating !== null && rating.stars <= LOW_STARS) {
    findings.push({
      type: "low-rating",
      severity: rating.stars === 1 ? "medium" : "low",
      details: { stars: rating.stars, ...(rating.comment && { note: rating.comment }) },
    });
  }
  if (outcome !== "delivered" && outcome !== "partial") return findings;
  // Whoever has approved the visit has seen that there is none.
  if (lacksProof && review?.state !== "approved")
    findings.push({ type: "proof-missing", severity: "medium", details: {} });
  if (offMeters !== null && offMeters >= geocodeMeters) {
    findings.push({ type: "geocode-suspicious", severity: "low", details: { meters: Math.round(offMeters) } });
  }
  return findings;
}

/** What a reviewer found wanting is his to see to until he gives it on. */
function reviewFindings(review: WatchedReview | null, { raiseRejected, raiseFlagged }: ExceptionPolicy): Finding[] {
  if (review === null || review.state === "approved") return [];
  if (!(review.state === "rejected" ? raiseRejected : raiseFlagged)) return [];
  const { reviewerId: id, reviewedBy: name, note } = review;
  return [
    {
      type: review.state === "rejected" ? "proof-rejected" : "proof-flagged",
      severity: review.state === "rejected" ? "high" : "medium",
      details: { ...(note && { note }) },
      ...(id !== null && { owner: { id, name } }),
    },
  ];
}

const PROBLEM_SEVERITY: Readonly<Record<string, Severity>> = { accident: "critical", vehicle: "high" };

function actFinding({ what, kind, reason, note }: WatchedAct): Finding {
  if (what === "refused") {
    return { type: "act-refused", severity: "high", details: { kind, ...(reason !== null && { reason }) } };
  }
  return { type: "problem", severity: PROBLEM_SEVERITY[kind] ?? "medium", details: { kind, ...(note && { note }) } };
}
