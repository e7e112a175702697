import { z } from "zod";
import { TIMER_MINUTES } from "./exception-policy";
import { type ExceptionNote, type ExceptionStatus, isStanding, nextSeverity, type Severity } from "./exception-type";

const note = z.string().trim().max(2000);

/** What a person can do with an exception. */
export const exceptionActSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("acknowledge") }),
  /** Null: nobody. */
  z.object({ kind: z.literal("assign"), ownerId: z.uuid().nullable() }),
  z.object({ kind: z.literal("note"), note: note.min(1) }),
  z.object({ kind: z.literal("escalate"), ownerId: z.uuid().optional(), note: note.default("") }),
  /** Out of sight for so long, or until it gets graver; null: back at once. */
  z.object({ kind: z.literal("snooze"), minutes: z.int().min(5).max(1440).nullable() }),
  z.object({ kind: z.literal("resolve"), note: note.default("") }),
  z.object({ kind: z.literal("dismiss"), note: note.default("") }),
]);
export type ExceptionAct = z.output<typeof exceptionActSchema>;

/** What an act looks at and changes. Instants are milliseconds. */
export interface ActedException {
  readonly status: ExceptionStatus;
  readonly severity: Severity;
  readonly source: "rule" | "person";
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly notes: readonly ExceptionNote[];
  readonly dueAtMs: number;
  readonly snoozedUntilMs: number | null;
  readonly closedAtMs: number | null;
  readonly closedBy: string;
  readonly clearedAtMs: number | null;
}

export interface Acting {
  readonly by: { readonly id: string | null; readonly name: string };
  readonly nowMs: number;
  /** The new owner's name, where the act names one. */
  readonly ownerName?: string;
}

/** The exception after a person's act; null when the act changes nothing, as when it is closed already. */
export function actOn(before: ActedException, act: ExceptionAct, acting: Acting): ActedException | null {
  const noted = { ...before, notes: withNote(before.notes, act, acting) };
  if (act.kind === "note") return noted;
  if (!isStanding(before.status)) return null;
  switch (act.kind) {
    case "acknowledge":
      return before.status === "acknowledged" ? null : { ...taken(before, acting), status: "acknowledged" };
    case "assign":
      if (act.ownerId === before.ownerId) return null;
      return { ...before, ownerId: act.ownerId, ownerName: act.ownerId === null ? "" : (acting.ownerName ?? "") };
    case "escalate":
      return escalated(noted, act.ownerId, acting);
    case "snooze":
      return snoozed(before, act.minutes, acting);
    default:
      return {
        ...noted,
        status: act.kind === "resolve" ? "resolved" : "dismissed",
        closedAtMs: acting.nowMs,
        closedBy: acting.by.name,
        // The rules say when a cause of theirs is gone; what a person has noted has no other cause than the note.
        clearedAtMs: before.source === "person" ? acting.nowMs : null,
      };
  }
}

/** Whoever acknowledges what is nobody's makes it his. */
function taken(before: ActedException, { by }: Acting): ActedException {
  if (before.ownerId !== null || by.id === null) return before;
  return { ...before, ownerId: by.id, ownerName: by.name };
}

function escalated(before: ActedException, ownerId: string | undefined, { nowMs, ownerName = "" }: Acting) {
  const severity = nextSeverity(before.severity);
  const dueAtMs = Math.min(before.dueAtMs, nowMs + TIMER_MINUTES[severity] * 60_000);
  return { ...before, severity, dueAtMs, snoozedUntilMs: null, ...(ownerId !== undefined && { ownerId, ownerName }) };
}

function snoozed(before: ActedException, minutes: number | null, { nowMs }: Acting): ActedException | null {
  if (minutes === null && before.snoozedUntilMs === null) return null;
  return { ...before, snoozedUntilMs: minutes === null ? null : nowMs + minutes * 60_000 };
}

function withNote(notes: readonly ExceptionNote[], act: ExceptionAct, { by, nowMs }: Acting) {
  const text = "note" in act ? act.note : "";
  return text === "" ? notes : [...notes, { at: new Date(nowMs).toISOString(), by: by.name, text }];
}
