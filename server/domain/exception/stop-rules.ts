import type { ExceptionPolicy } from "./exception-policy";
import type { Severity } from "./exception-type";
import type { WantedException } from "./want-exceptions";
import type { WatchedAct, WatchedDay, WatchedOutcome } from "./watched-day";

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

type Finding = Pick<WantedException, "type" | "severity" | "details">;

function outcomeFindings(
  { outcome, isUndecided, reason, attempts, lacksProof, offMeters }: WatchedOutcome,
  { maxAttempts, geocodeMeters }: ExceptionPolicy,
): Finding[] {
  const findings: Finding[] = [];
  if ((outcome === "failed" || outcome === "attempted") && isUndecided) {
    findings.push({
      type: "failed-stop",
      severity: attempts >= maxAttempts ? "high" : "medium",
      details: { attempts, maxAttempts, ...(reason !== null && { reason }) },
    });
  }
  if (outcome !== "delivered" && outcome !== "partial") return findings;
  if (lacksProof) findings.push({ type: "proof-missing", severity: "medium", details: {} });
  if (offMeters !== null && offMeters >= geocodeMeters) {
    findings.push({ type: "geocode-suspicious", severity: "low", details: { meters: Math.round(offMeters) } });
  }
  return findings;
}

const PROBLEM_SEVERITY: Readonly<Record<string, Severity>> = { accident: "critical", vehicle: "high" };

function actFinding({ what, kind, reason, note }: WatchedAct): Finding {
  if (what === "refused") {
    return { type: "act-refused", severity: "high", details: { kind, ...(reason !== null && { reason }) } };
  }
  return { type: "problem", severity: PROBLEM_SEVERITY[kind] ?? "medium", details: { kind, ...(note && { note }) } };
}
