import type { RouterOutput } from "@/components/lib/router-types";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
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

export interface ExceptionWords {
  readonly facts: Words<"exceptionFacts">;
  readonly outcomes: Words<"outcomes">;
}

type Said = Pick<Exception, "type" | "details" | "timeZone" | "notes">;

const REASONS = [...OUTCOME_REASONS, ...DECLINE_REASONS] as const;
const KINDS = ["address", "access", "damaged", "vehicle", "accident", "delay", "other"] as const;

/** Says what is wrong, in one sentence, in the reader's language. */
export function useSayException(): (exception: Said) => string {
  const facts = useWords("exceptionFacts");
  const outcomes = useWords("outcomes");
  return (exception) => sayException({ facts, outcomes }, exception);
}

/** What is wrong, in one sentence, with what the rule saw. */
export function sayException(words: ExceptionWords, { type, details, timeZone, notes }: Said): string {
  const { facts: t } = words;
  const { since, percent = 0, meters = 0 } = details;
  const at = { since: since ? t.format.clock(since, timeZone ?? "UTC") : "" };
  switch (type) {
    case "late":
      return sayLate(t, details, timeZone);
    case "no-start":
      return t("what.no-start", at);
    case "stale-gps":
      return t("what.stale-gps", at);
    case "link-not-opened":
      return t("what.link-not-opened", at);
    case "low-battery":
      return t("what.low-battery", { percent });
    case "declined":
      return t("what.declined", { reason: sayReason(words, details) });
    case "failed-stop":
      return sayFailure(words, details);
    case "geocode-suspicious":
      return t("what.geocode-suspicious", { distance: t.format.distance(meters) });
    case "low-rating":
      return sayRating(t, details);
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

function sayLate(t: ExceptionWords["facts"], details: ExceptionDetails, timeZone: string | null): string {
  const { visitIds = [], minutes = 0, promised, expected } = details;
  const count = visitIds.length;
  if (!promised || !expected) return t("what.late", { count, minutes });
  const clock = (at: string) => t.format.clock(at, timeZone ?? "UTC");
  return t("what.lateSaw", { count, promised: clock(promised), expected: clock(expected) });
}

function sayRating(t: ExceptionWords["facts"], { stars = 1, note }: ExceptionDetails): string {
  return note ? t("what.low-ratingWhy", { stars, note }) : t("what.low-rating", { stars });
}

function sayReason({ outcomes }: ExceptionWords, { reason }: ExceptionDetails): string {
  return outcomes(`reason.${REASONS.find((each) => each === reason) ?? "other"}`);
}

function sayFailure(words: ExceptionWords, details: ExceptionDetails): string {
  const { attempts = 1, maxAttempts = 1, reason } = details;
  if (!reason) return words.facts("what.failed-stop", { attempts, maxAttempts });
  return words.facts("what.failed-stopWhy", { attempts, maxAttempts, reason: sayReason(words, details) });
}

function sayProblem(t: ExceptionWords["facts"], { kind, note }: ExceptionDetails): string {
  const said = t(`kind.${KINDS.find((each) => each === kind) ?? "other"}`);
  return note ? t("what.problemNote", { kind: said, note }) : said;
}

/** A span of time as people say it: "4:32" in its last ten minutes, then minutes, hours, days. */
export function saySpan(t: ExceptionWords["facts"], spanMs: number): string {
  const seconds = Math.floor(Math.abs(spanMs) / 1000);
  if (seconds < 600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return sayMinutes(t, Math.floor(seconds / 60));
}

/** A span in whole minutes, hours or days. */
export function sayMinutes(t: ExceptionWords["facts"], minutes: number): string {
  if (minutes < 120) return t("minutes", { minutes });
  if (minutes >= 48 * 60) return t("days", { days: Math.floor(minutes / 1440) });
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? t("hoursOnly", { hours }) : t("hours", { hours, minutes: rest });
}

/** Who and what an exception is about: "Route 3 · Anna Vila · Carrer Nou 4". */
export function sayAbout(t: ExceptionWords["facts"], exception: Exception): string {
  const { routeNumber, recipient, street, driverName } = exception;
  const route = routeNumber === null ? null : t("route", { number: String(routeNumber) });
  return [route, recipient, street, driverName].filter((each) => each).join(" · ");
}
