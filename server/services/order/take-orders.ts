import "server-only";
import { z } from "zod";
import { findJoins } from "@/db/queries/order/delivery-joins";
import { selectByNumbers } from "@/db/queries/order/find-by-number";
import { loadDeliveries, lockDeliveries } from "@/db/queries/order/load-deliveries";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { DeliveryRefusal } from "@/server/domain/order/change-refusal";
import { type DeliveryDecision, decideUpsert } from "@/server/domain/order/decide-upsert";
import { deliveryNumber } from "@/server/domain/order/delivery-number";
import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import { type RefusedVerdict, refusedVerdict } from "@/server/domain/order/delivery-verdict";
import { joinRefusal } from "@/server/domain/order/join-refusal";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { draftSchema } from "./create-deliveries";
import { saveDecisions } from "./save-decisions";
import { saveJoins } from "./save-joins";
import { takeOffRoutes } from "./take-off-routes";

const itemSchema = z.object({
  /** The one meant; absent: a new one. */
  deliveryId: z.uuid().optional(),
  /** In which it was seen; another one is refused as `stale`. */
  version: z.int().positive().optional(),
  draft: draftSchema,
  /** A new one may have a number that another has already: it is then the number of the order it fulfils. */
  mayShareNumber: z.boolean().default(false),
  /** The other delivery that the same van makes: a pickup's drop-off, a drop-off's pickup; null: none; absent: as it is. */
  joinedWithId: z.uuid().nullable().optional(),
});
type Item = z.output<typeof itemSchema>;
/** Orders that are sent together, none of them twice. */
export const ordersSchema = z.object({ projectId: z.uuid(), items: z.array(itemSchema).min(1).max(5000) });
type ReadScope = Pick<CommandScope<unknown>, "tx" | "actor">;

/**
 * Takes in orders by a program that knows which of them it means: what it says of a known one is laid over that one. One
 * verdict each, in order. An order whose day or kind changes leaves the route it was planned on. Nothing may be in the list
 * twice.
 */
export const takeOrders = command({
  permission: "order.write",
  input: ordersSchema,
  run: async (scope, { projectId, items }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const left = await leaveRoutes(scope, items, project);
    const held = await hold(scope, items);
    const known = new Map(held.map((each) => [each.id, each]));
    const taken = await takenNumbers(scope, items);
    const joined = new Set<string>();
    const decisions = items.map((item, index) => ({
      index,
      externalId: item.draft.externalId ?? null,
      ...(item.deliveryId && { deliveryId: item.deliveryId }),
      decision: joining(item, decide(item, known, taken, project), known, joined),
    }));
    const { verdicts, events } = await saveDecisions(scope, decisions);
    const wishes = items.flatMap(({ joinedWithId }, index) => {
      const [{ decision }, verdict] = [decisions[index]!, verdicts[index]!];
      if (joinedWithId === undefined || decision.kind === "refused" || verdict.outcome === "refused") return [];
      return [{ id: verdict.deliveryId, kind: kindOf(decision), joinedWithId }];
    });
    const all = [...left, ...events, ...(await saveJoins(scope, wishes, held))];
    return all.length > 0 ? changed({ verdicts }, all) : unchanged({ verdicts });
  },
});

/**
 * What each of these orders would be refused for as things stand; null: it would be taken in. What is on a planned route
 * would leave it, which is no refusal.
 */
export async function refusalsOf(
  scope: ReadScope,
  items: readonly Item[],
  project: ProjectRow,
): Promise<(RefusedVerdict | null)[]> {
  const { tx, actor } = scope;
  const ids = items.flatMap(({ deliveryId, joinedWithId }) => [deliveryId ?? [], joinedWithId ?? []].flat());
  const known = new Map((await loadDeliveries(tx, actor.organizationId, ids)).map((each) => [each.id, each]));
  const taken = await takenNumbers(scope, items);
  const joined = new Set<string>();
  return items.map((item, index) => {
    const decision = joining(item, decide(item, known, taken, project), known, joined);
    if (decision.kind !== "refused" || decision.reason === "on_route") return null;
    return refusedVerdict(index, { deliveryId: item.deliveryId ?? null }, decision.reason, decision.issues);
  });
}

/** Holds those meant, with those they are joined with or are to be. */
async function hold({ tx, actor }: CommandScope<unknown>, items: readonly Item[]): Promise<StoredDelivery[]> {
  const meant = items.flatMap(({ deliveryId }) => deliveryId ?? []);
  const joins = await findJoins(tx, actor.organizationId, meant);
  const wanted = items.flatMap(({ joinedWithId }) => joinedWithId ?? []);
  const ids = [...meant, ...wanted, ...joins.flatMap(({ pickupId, dropoffId }) => [pickupId, dropoffId])];
  return lockDeliveries(tx, actor.organizationId, [...new Set(ids)]);
}

/** What was decided, unless it cannot be joined with what it is to be; `joined` are those others before it are. */
function joining(
  { joinedWithId }: Item,
  decision: DeliveryDecision,
  known: ReadonlyMap<string, StoredDelivery>,
  joined: Set<string>,
): DeliveryDecision {
  if (joinedWithId === undefined || decision.kind === "refused") return decision;
  const existing = decision.kind === "create" ? undefined : decision.existing;
  const projectId = decision.kind === "create" ? decision.projectId : decision.existing.projectId;
  const other = joinedWithId === null ? null : known.get(joinedWithId);
  const isTaken = joinedWithId !== null && joined.has(joinedWithId);
  const terms = { projectId, kind: kindOf(decision), ...(existing && { existing }) };
  const refusal = isTaken ? "not_joinable" : joinRefusal(terms, other);
  if (joinedWithId !== null) joined.add(joinedWithId);
  return refusal ? refused(refusal) : decision;
}

function kindOf(decision: Exclude<DeliveryDecision, { readonly kind: "refused" }>): DeliveryKind {
  if (decision.kind === "create") return decision.input.kind;
  return decision.kind === "change" ? decision.next.kind : decision.existing.input.kind;
}

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

function refused(reason: DeliveryRefusal): DeliveryDecision {
  return { kind: "refused", reason, issues: [] };
}

/** Takes those off their routes whose day or kind is to be another, if all else that is said of them can be meant. */
async function leaveRoutes(
  scope: CommandScope<unknown>,
  items: readonly Item[],
  project: ProjectRow,
): Promise<readonly DomainEvent[]> {
  const { tx, actor } = scope;
  const ids = items.flatMap(({ deliveryId, joinedWithId }) => [deliveryId ?? [], joinedWithId ?? []].flat());
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
    const decision = joining(item, decide(item, before, taken, project), before, new Set());
    return decision.kind === "refused" && decision.reason !== "on_route" ? [] : [item.deliveryId!];
  });
  return able.length === 0 ? [] : (await takeOffRoutes(scope, able)).events;
}

/** Whose the numbers are that these are to have. */
async function takenNumbers({ tx, actor }: ReadScope, items: readonly Item[]) {
  const numbers = items.flatMap(({ draft }) => draft.externalId ?? []);
  return new Map((await selectByNumbers(tx, actor.organizationId, numbers)).map(({ id, number }) => [number, id]));
}
