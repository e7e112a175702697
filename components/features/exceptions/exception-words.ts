import type { RouterOutput } from "@/components/lib/router-types";
import type { Words } from "@/components/lib/words/words";
import type { Tone } from "@/components/ui/badge";
import type { ExceptionDetails, Severity } from "@/server/domain/exception/exception-type";
import { DECLINE_REASONS, OUTCOME_REASONS } from "@/server/domain/execution/outcome";

export type Exception = RouterOutput["exception"]["list"][number];

export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  low: "neutral",
  medium: "info",
  high: "warn",
  critical: "alert",
};

const REASONS = [...OUTCOME_REASONS, ...DECLINE_REASONS] as const;
const KINDS = ["address", "access", "damaged", "vehicle", "accident", "delay", "other"] as const;

/** What is wrong, in one sentence. */
export function sayException(t: Words<"exceptions">, { type, details, timeZone, notes }: Exception): string {
  const { since, percent = 0, meters = 0, minutes = 0 } = details;
  const at = { since: since ? t.format.clock(since, timeZone ?? "UTC") : "" };
  switch (type) {
    case "late":
      return t("what.late", { count: details.visitIds?.length ?? 0, minutes });
    case "no-start":
      return t("what.no-start", at);
    case "stale-gps":
      return t("what.stale-gps", at);
    case "link-not-opened":
      return t("what.link-not-opened", at);
    case "low-battery":
      return t("what.low-battery", { percent });
    case "declined":
      return t("what.declined", { reason: sayReason(t, details) });
    case "failed-stop":
      return sayFailure(t, details);
    case "geocode-suspicious":
      return t("what.geocode-suspicious", { distance: t.format.distance(meters) });
    case "problem":
      return sayProblem(t, details);
    case "proof-missing":
      return t("what.proof-missing");
    case "proof-rejected":
    case "proof-flagged":
      return details.note ? t(`what.${type}Why`, { note: details.note }) : t(`what.${type}`);
    case "act-refused":
      return t("what.act-refused");
    default:
      return notes[0]?.text ?? t("what.manual");
  }
}

function sayReason(t: Words<"exceptions">, { reason }: ExceptionDetails): string {
  return t(`reason.${REASONS.find((each) => each === reason) ?? "other"}`);
}

function sayFailure(t: Words<"exceptions">, details: ExceptionDetails): string {
  const { attempts = 1, maxAttempts = 1, reason } = details;
  if (!reason) return t("what.failed-stop", { attempts, maxAttempts });
  return t("what.failed-stopWhy", { attempts, maxAttempts, reason: sayReason(t, details) });
}

function sayProblem(t: Words<"exceptions">, { kind, note }: ExceptionDetails): string {
  const said = t(`kind.${KINDS.find((each) => each === kind) ?? "other"}`);
  return note ? t("what.problemNote", { kind: said, note }) : said;
}

/** A span of time as people say it: "4:32" in its last ten minutes, then minutes, then hours. */
export function saySpan(t: Words<"exceptions">, spanMs: number): string {
  const seconds = Math.floor(Math.abs(spanMs) / 1000);
  if (seconds < 600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return t("minutes", { minutes });
  return t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

const REVIEWED: readonly string[] = ["proof-missing", "proof-rejected", "proof-flagged"];

/** Where the evidence it is about is reviewed; null: it is about none. */
export function reviewAddress({ type, date, projectId, routeId, visitId }: Exception): string | null {
  if (!REVIEWED.includes(type) || !date || !routeId || !visitId) return null;
  const query = new URLSearchParams({
    ...(projectId && { project: projectId }),
    date,
    show: "all",
    stop: `${routeId}.${visitId}`,
  });
  return `/review?${query}`;
}

/** Where the board shows what it is about; null: it is about nothing on a map. */
export function boardAddress({ date, projectId, visitId, routeId, details }: Exception): string | null {
  if (!date) return null;
  const stop = visitId ?? details.visitIds?.[0];
  const focus = stop ? `stop:${stop}` : routeId ? `route:${routeId}` : null;
  const query = new URLSearchParams({
    mode: "live",
    ...(projectId && { project: projectId }),
    ...(focus && { focus }),
  });
  return `/plan/${date}?${query}`;
}
