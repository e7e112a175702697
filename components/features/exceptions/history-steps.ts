import type { Words } from "@/components/lib/words/words";
import { type ExceptionNote, SEVERITIES } from "@/server/domain/exception/exception-type";

/** An entry of the log, as far as the history reads it. */
export interface LoggedStep {
  readonly seq: number;
  readonly type: string;
  readonly actorKind: "user" | "system" | "driver" | "api";
  readonly actorLabel: string;
  readonly occurredAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One thing that was done, or happened. */
export interface HistoryStep {
  readonly key: string;
  readonly atMs: number;
  /** Empty: it happened by itself. */
  readonly by: string;
  readonly what:
    | "raised"
    | "graver"
    | "resolved"
    | "acknowledge"
    | "assign"
    | "note"
    | "escalate"
    | "snooze"
    | "resolve"
    | "dismiss";
  readonly severity: string;
  readonly owner: string;
  /** ISO 8601; of what was put out of sight. */
  readonly until: string | null;
  readonly note: string;
}

const ACTS = ["acknowledge", "assign", "note", "escalate", "snooze", "resolve", "dismiss"] as const;

/** The log of an exception, newest first, each entry with the note that was written with it; every note appears once. */
export function historySteps(log: readonly LoggedStep[], notes: readonly ExceptionNote[]): HistoryStep[] {
  const left = [...notes];
  const steps = log.map((entry): HistoryStep => {
    const { data } = entry;
    const at = left.findIndex((note) => Date.parse(note.at) === entry.occurredAt.getTime());
    const [note] = at === -1 ? [] : left.splice(at, 1);
    return {
      key: String(entry.seq),
      atMs: entry.occurredAt.getTime(),
      by: entry.actorKind === "system" ? "" : entry.actorLabel,
      what: whatOf(entry),
      severity: text(data.severity),
      owner: text(data.owner),
      until: typeof data.until === "string" ? data.until : null,
      note: note?.text ?? "",
    };
  });
  const loose = left.map(
    ({ at, by, text: note }): HistoryStep => ({
      key: `note ${at}`,
      atMs: Date.parse(at),
      by,
      what: "note",
      severity: "",
      owner: "",
      until: null,
      note,
    }),
  );
  return [...steps, ...loose].sort((a, b) => b.atMs - a.atMs);
}

function whatOf({ type, data }: LoggedStep): HistoryStep["what"] {
  const act = ACTS.find((each) => each === data.act);
  if (act) return act;
  if (type === "exception.raised") return "raised";
  return type === "exception.resolved" ? "resolved" : "graver";
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

export interface HistoryWords {
  readonly t: Words<"exceptions">;
  readonly facts: Words<"exceptionFacts">;
  readonly zone: string;
}

/** What was done, as a sentence without its author. */
export function sayStep({ t, facts, zone }: HistoryWords, { what, severity, owner, until, by }: HistoryStep): string {
  const level = SEVERITIES.find((each) => each === severity);
  const said = { severity: level ? facts(`severity.${level}`) : "" };
  switch (what) {
    case "raised":
      return t(by ? "step.noted" : "step.raised", said);
    case "graver":
      return t("step.graver", said);
    case "resolved":
      return t("step.resolved");
    case "assign":
      return owner ? t("step.assigned", { owner }) : t("step.unassigned");
    case "escalate":
      return owner ? t("step.escalatedTo", { ...said, owner }) : t("step.escalated", said);
    case "snooze":
      return until ? t("step.snoozed", { time: t.format.clock(until, zone) }) : t("step.woken");
    default:
      return t(`step.${what}`);
  }
}
