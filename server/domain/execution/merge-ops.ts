import { type DriverOp, driverOpSchema } from "./driver-op";
import { correctedAtMs, isNews, type MergeContext, type OpVerdict, rejectionOf } from "./merge-op";

/** The answer to one act of a batch. */
export interface JudgedOp {
  /** As sent; empty when not even that could be read. */
  readonly opId: string;
  readonly verdict: OpVerdict;
  /** What is wrong with a malformed act. */
  readonly message?: string;
  /** The act, its time put right; absent when it is malformed or had come before. */
  readonly act?: DriverOp;
  readonly deviceAt?: Date;
}

/** An act known by its name. */
export interface KnownOp {
  readonly id: string;
  readonly routeId: string;
  readonly rejection: Extract<OpVerdict, { verdict: "rejected" }>["reason"] | null;
}

export interface Merged {
  /** One per act sent, in the order sent. */
  readonly judged: readonly JudgedOp[];
  /** All acts that count, the new ones among them. */
  readonly ops: readonly DriverOp[];
}

/**
 * Takes a device's acts into what a route's acts already say. Each is judged by itself: one that is malformed does not
 * hold up the others. What was refused before is refused again for the same reason.
 */
export function mergeOps(
  sent: readonly unknown[],
  known: { readonly routeId: string; readonly ops: readonly DriverOp[]; readonly named: readonly KnownOp[] },
  context: MergeContext,
): Merged {
  const named = new Map(known.named.map((each) => [each.id, each]));
  const ops = [...known.ops];
  const judged = sent.map((raw): JudgedOp => {
    const parsed = driverOpSchema.safeParse(raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const message = issue ? `${issue.path.join(".") || "act"}: ${issue.message}` : "unreadable";
      return { opId: readOpId(raw), verdict: { verdict: "rejected", reason: "malformed" }, message };
    }
    const { opId, occurredAt } = parsed.data;
    const before = named.get(opId);
    if (before) return { opId, verdict: verdictOfKnown(before, known.routeId) };
    named.set(opId, { id: opId, routeId: known.routeId, rejection: null });
    const rejection = rejectionOf(parsed.data, context);
    const atMs = correctedAtMs(occurredAt.getTime(), context.skewMs);
    const act: DriverOp = { ...parsed.data, occurredAt: rejection ? occurredAt : new Date(atMs) };
    if (rejection) {
      named.set(opId, { id: opId, routeId: known.routeId, rejection });
      return { opId, verdict: { verdict: "rejected", reason: rejection }, act, deviceAt: occurredAt };
    }
    const verdict = isNews(act, ops) ? "applied" : "superseded";
    ops.push(act);
    return { opId, verdict: { verdict }, act, deviceAt: occurredAt };
  });
  return { judged, ops };
}

function verdictOfKnown(before: KnownOp, routeId: string): OpVerdict {
  if (before.routeId !== routeId) return { verdict: "rejected", reason: "op-id-taken" };
  return before.rejection ? { verdict: "rejected", reason: before.rejection } : { verdict: "duplicate" };
}

function readOpId(raw: unknown): string {
  const opId = typeof raw === "object" && raw !== null && "opId" in raw ? raw.opId : "";
  return typeof opId === "string" ? opId.slice(0, 100) : "";
}
