import "server-only";
import { z } from "zod";
import { deleteOwnSource, findOwnSource, putOwnSource } from "@/db/queries/own-source/own-sources";
import { sameJson } from "@/server/domain/order/merge-draft";
import {
  keepsKey,
  mayPass,
  type OwnSource,
  type SourceFault,
  type SourcePart,
  withServersOnly,
} from "@/server/domain/own-source/own-source";
import type { SecretBox } from "@/server/ports/secret-box";
import type { Trial } from "@/server/ports/source-trials";
import { type CommandScope, changed, type Outcome, type PrepareScope, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";
import { ServiceError } from "../kernel/service-error";
import { openRow } from "./open-own-source";
import { sourceKeySubject } from "./source-key";

const MOST_KEY_CHARACTERS = 1000;

/** Its key: absent as before (as long as it goes to the same address), null for none. */
export const keySchema = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]+$/)
  .max(MOST_KEY_CHARACTERS)
  .nullable()
  .optional();

/** What every part's wish has in common. */
export const wishFields = {
  key: keySchema,
  /** It is kept although it did not answer, where that may pass. */
  isInsisted: z.boolean().default(false),
  seenAt: seenAtSchema,
};

interface Wish {
  /** Null: the installation's. */
  readonly source: OwnSource | null;
  readonly key?: string | null | undefined;
}

/** The key a source is asked with: the one said, or the one kept where it goes to the same address. */
export async function keyFor(
  { actor, ports, read }: Pick<PrepareScope, "actor" | "ports" | "read">,
  part: SourcePart,
  { source, key }: Wish,
): Promise<string | null> {
  if (key !== undefined || source === null) return key ?? null;
  const row = await read((tx) => findOwnSource(tx, actor.organizationId, part));
  return row && keepsKey(row.settings, source) ? openRow(ports.secrets, row).key : null;
}

/**
 * Refuses what did not answer as it should: always where that will not pass by itself, else unless somebody insists. What was
 * wrong with one that is kept all the same, null for one that is well.
 */
export function refuseFailed(part: SourcePart, trial: Trial<unknown>, isInsisted: boolean): SourceFault | null {
  if (trial.ok) return null;
  if (isInsisted && mayPass(part, trial.fault)) return trial.fault;
  const { fault, host, subject } = trial;
  const why = { reason: "source-failed", fault, host, ...(subject !== undefined && { subject }) } as const;
  throw new ServiceError("refused", `Tried, and not kept: ${fault}.`, why);
}

/** What `prepare` hands on. */
export interface TriedWish {
  readonly key: string | null;
  readonly box: SecretBox;
  /** What was wrong when it was tried; null: it answered as it should; undefined: there is nobody to ask. */
  readonly fault: SourceFault | null | undefined;
}

/**
 * Keeps a part's source in place of the one of `seenAt`, its key sealed; null goes back to the installation's and forgets
 * the key. Stale where another is there by now.
 */
export async function keepSource(
  scope: CommandScope<TriedWish>,
  part: SourcePart,
  wish: Wish & { readonly seenAt: string | null },
): Promise<Outcome<{ readonly changedAt: string | null }>> {
  const { tx, actor, now, prepared, newId } = scope;
  const { organizationId } = actor;
  const before = await findOwnSource(tx, organizationId, part);
  const seenAt = seenDate(wish.seenAt);
  if (before?.changedAt.getTime() !== seenAt?.getTime()) throw changedMeanwhile();
  const { key, box, fault } = prepared;
  if (wish.source === null) {
    if (!before || !seenAt) return unchanged({ changedAt: null });
    if (!(await deleteOwnSource(tx, organizationId, part, seenAt))) throw changedMeanwhile();
  } else {
    const isSame = before && sameJson(before.settings, wish.source) && openRow(box, before).key === key;
    if (isSame) return unchanged({ changedAt: before.changedAt.toISOString() });
    const id = before?.id ?? newId();
    const sealed = key === null ? null : box.seal(key, sourceKeySubject(organizationId, id));
    const saved = { organizationId, id, part, settings: wish.source, sealed, changedAt: now, updatedAt: now };
    if (!(await putOwnSource(tx, { ...saved, ...firstState(fault, now) }, seenAt))) throw changedMeanwhile();
  }
  const after = wish.source && told(part, wish.source, key !== null);
  return changed({ changedAt: wish.source && now.toISOString() }, [
    {
      type: "organization.source-changed",
      entity: "organization",
      entityId: organizationId,
      before: before ? told(part, before.settings, before.sealed !== null) : { part, kind: "installation" },
      after: after ?? { part, kind: "installation" },
    },
  ]);
}

/** How a source is found that was tried a moment ago. */
function firstState(fault: TriedWish["fault"], now: Date) {
  const failed = fault ? now : null;
  return { answeredAt: fault === null ? now : null, failedAt: failed, fault: fault ?? null, failingSince: failed };
}

function told(part: SourcePart, source: OwnSource, hasKey: boolean) {
  return { part, ...withServersOnly(source), hasKey };
}
