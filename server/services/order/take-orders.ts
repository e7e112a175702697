import "server-only";
import { z } from "zod";
import { selectByNumbers } from "@/db/queries/order/find-by-number";
import { loadDeliveries, lockDeliveries } from "@/db/queries/order/load-deliveries";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type DeliveryDecision, decideUpsert } from "@/server/domain/order/decide-upsert";
import { deliveryNumber } from "@/server/domain/order/delivery-number";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { draftSchema } from "./create-deliveries";
import { saveDecisions } from "./save-decisions";
import { takeOffRoutes } from "./take-off-routes";

const itemSchema = z.object({
  /** The one meant; absent: a new one. */
  deliveryId: z.uuid().optional(),
  /** In which it was seen; another one is refused as `stale`. */
  version: z.int().positive().optional(),
  draft: draftSchema,
  /** A new one may have a number that another has already: it is then the number of the order it fulfils. */
  mayShareNumber: z.boolean().default(false),
});
type Item = z.output<typeof itemSchema>;

/**
 * Takes in orders by a program that knows which of them it means: what it says of a known one is laid over that one. One
 * verdict each, in order. An order whose day or kind
 * changes leaves the route it was planned on. Nothing may be in the list twice.
 */
export const takeOrders = command({
  permission: "order.write",
  input: z.object({ projectId: z.uuid(), items: z.array(itemSchema).min(1).max(5000) }),
  run: async (scope, { projectId, items }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const left = await leaveRoutes(scope, items, project);
    const ids = items.flatMap(({ deliveryId }) => deliveryId ?? []);
    const known = new Map((await lockDeliveries(tx, organizationId, ids)).map((each) => [each.id, each]));
    const taken = await takenNumbers(scope, items);
    const decisions = items.map((item, index) => ({
      index,
      externalId: item.draft.externalId ?? null,
      ...(item.deliveryId && { deliveryId: item.deliveryId }),
      decision: decide(item, known, taken, project),
    }));
    const { verdicts, events } = await saveDecisions(scope, decisions);
    const all = [...left, ...events];
    return all.length > 0 ? changed({ verdicts }, all) : unchanged({ verdicts });
  },
});

function decide(
  { deliveryId, version, draft, mayShareNumber }: Item,
  known: ReadonlyMap<string, StoredDelivery>,
  taken: ReadonlyMap<string, string>,
  project: ProjectRow,
): DeliveryDecision {
  const number = draft.externalId ?? null;
  const isTaken = number !== null && taken.has(number);
  if (deliveryId === undefined) {
    if (isTaken && !mayShareNumber) return refused("exists");
    return decideUpsert("create", isTaken ? asShared(draft, number) : draft, undefined, project);
  }
  const existing = known.get(deliveryId);
  if (!existing) return refused("unknown");
  if (version !== undefined && version !== existing.version) return refused("stale");
  const isOwn = number === null || number === deliveryNumber(existing.input);
  if (isTaken && !isOwn) return refused("exists");
  // A number it shares stays one it shares.
  const isShared = isOwn && existing.input.externalId === undefined && number !== null;
  // Where it is now, not where it was seen: it may be of any project.
  const home = { ...project, id: existing.projectId };
  return decideUpsert("merge", isShared ? asShared(draft, number) : draft, existing, home);
}

function asShared(draft: DeliveryDraft, number: string): DeliveryDraft {
  return { ...draft, externalId: null, orderRef: number };
}

function refused(reason: "exists" | "unknown" | "stale"): DeliveryDecision {
  return { kind: "refused", reason, issues: [] };
}

/** Takes those off their routes whose day or kind is to be another, if all else that is said of them can be meant. */
async function leaveRoutes(
  scope: CommandScope<unknown>,
  items: readonly Item[],
  project: ProjectRow,
): Promise<readonly DomainEvent[]> {
  const { tx, actor } = scope;
  const ids = items.flatMap(({ deliveryId }) => deliveryId ?? []);
  const before = new Map((await loadDeliveries(tx, actor.organizationId, ids)).map((each) => [each.id, each]));
  const leaving = items.filter(({ deliveryId, draft: { serviceDate, kind } }) => {
    const existing = before.get(deliveryId ?? "");
    if (existing?.route?.status !== "planned") return false;
    const { input } = existing;
    return (serviceDate !== undefined && serviceDate !== input.serviceDate) || (kind && kind !== input.kind);
  });
  if (leaving.length === 0) return [];
  const taken = await takenNumbers(scope, leaving);
  const able = leaving.flatMap((item) => {
    const decision = decide(item, before, taken, project);
    return decision.kind === "refused" && decision.reason !== "on_route" ? [] : [item.deliveryId!];
  });
  return able.length === 0 ? [] : (await takeOffRoutes(scope, able)).events;
}

/** Whose the numbers are that these are to have. */
async function takenNumbers({ tx, actor }: CommandScope<unknown>, items: readonly Item[]) {
  const numbers = items.flatMap(({ draft }) => draft.externalId ?? []);
  return new Map((await selectByNumbers(tx, actor.organizationId, numbers)).map(({ id, number }) => [number, id]));
}
