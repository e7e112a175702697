import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { lockChangedByOther, stopsMovedByOthers } from "@/db/queries/event/stop-moves";
import { findPlan, lockPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { findMutation, insertMutation, type PlanEditRow, turnPlanEdit } from "@/db/queries/plan/plan-edits";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { placeNow } from "@/server/domain/plan/place-conflicts";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse, SequenceInverse } from "@/server/domain/plan/plan-edit";
import type { turnEditSchema } from "@/server/domain/plan/plan-schema";
import { turnEdit } from "@/server/domain/plan/turn-edit";
import { type CommandScope, changed, type Outcome, type PrepareScope, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import { currentRoutes, namedEdit, repeatedEdit, routesAndVisitsOf } from "./edit-outcome";
import { hashRequest } from "./hash-request";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { setLocks } from "./set-locks";
import { staleConflict } from "./stale-conflict";
import { bringBack, cancelAgain, openCancelled, turnCancel } from "./turn-cancel";
import { openTurnedTerms, turnDrivers } from "./turn-drivers";
import { turnRefused } from "./turn-refused";
import { turnServiceDay } from "./turn-service-day";

type TurnInput = z.output<typeof turnEditSchema>;
type FindEdit = (
  tx: Tx,
  stack: { organizationId: string; planId: string; userId: string },
) => Promise<PlanEditRow | undefined>;

/** Asks, before the transaction, for the legs that turning the next edit will need. */
export async function prepareTurn(
  { actor, ports, now, read }: PrepareScope,
  input: Pick<TurnInput, "planId" | "asNewChange" | "overrideLocks"> & { readonly mutationId?: string },
  find: FindEdit,
) {
  const book = new LegBook();
  const { organizationId, id: userId } = actor;
  if (userId === null) return book;
  await read(async (tx) => {
    const plan = await findPlan(tx, organizationId, input.planId);
    const { mutationId } = input;
    if (!plan || (mutationId && (await findMutation(tx, organizationId, plan.id, mutationId)))) return undefined;
    const edit = await find(tx, { organizationId, planId: plan.id, userId });
    const inverse = edit?.inverse;
    return inverse && sequencesToCome(tx, organizationId, plan, inverse, { ...input, now });
  }).then(async (found) => {
    if (!found) return;
    await found.book.fetchMissing(ports.travel, found.board, found.sequences);
    book.addMissing(found.book);
  });
  return book;
}

/** What turning an edit will have driven, as far as it can be told; nothing where it drives nothing else. */
async function sequencesToCome(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  inverse: PlanEditInverse,
  options: { readonly asNewChange: boolean; readonly overrideLocks: boolean; readonly now: Date },
) {
  if (inverse.kind === "lock" || inverse.kind === "service-day") return undefined;
  if (inverse.kind === "drivers") {
    const { open } = await openTurnedTerms(tx, organizationId, plan, inverse, { isLocked: false, now: options.now });
    return { board: open.after, book: open.before.book, sequences: open.sequences };
  }
  if (inverse.kind === "cancel") {
    const { board, book } = await openCancelled(tx, organizationId, plan, inverse, {
      isLocked: false,
      now: options.now,
    });
    if (!inverse.isCancelled) return { board, book, sequences: cancelAgain(board, inverse).sequences };
    const outcome = bringBack(board, inverse, book.source(board), options);
    return { board, book, sequences: outcome.ok ? outcome.sequences : [] };
  }
  const { board, book } = await openRoutes(tx, organizationId, plan, routesAndVisitsOf(inverse), {
    isLocked: false,
    now: options.now,
  });
  const outcome = turnEdit(board, inverse, book.source(board), options);
  return { board, book, sequences: outcome.ok ? outcome.sequences : [] };
}

/** Takes a person's next edit back, or does it again, by one rule: the inverse stored with it turns round. */
export async function turnNextEdit(
  scope: CommandScope<LegBook>,
  input: TurnInput,
  find: FindEdit,
  direction: "undo" | "redo",
): Promise<Outcome<PlanEditResult>> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const plan = found(await lockPlan(tx, organizationId, input.planId), "plan");
  const repeated = await repeatedEdit(scope, plan, input.mutationId, input);
  if (repeated) return unchanged(repeated);
  const stack = { organizationId, planId: plan.id, userId: actor.id ?? "" };
  const edit = actor.id === null ? undefined : await find(tx, stack);
  if (!edit) throw new ServiceError("refused", `There is nothing to ${direction}.`, { reason: "nothing-to-turn" });
  if (input.editId && input.editId !== edit.id) {
    throw new ServiceError("stale", "Another edit comes first now.", { reason: "not-next", nextEditId: edit.id });
  }
  const turned = await turn(scope, plan, edit, input);
  const undoneAt = direction === "undo" ? now : null;
  await turnPlanEdit(tx, stack, edit.id, { inverse: turned.inverse, undoneAt });
  const { mutationId } = input;
  const requestHash = hashRequest(input);
  await insertMutation(tx, {
    organizationId,
    planId: plan.id,
    mutationId,
    requestHash,
    editId: edit.id,
    createdAt: now,
  });
  const event: DomainEvent = {
    type: direction === "undo" ? "plan.edit-undone" : "plan.edit-redone",
    entity: "plan",
    entityId: plan.id,
    planId: plan.id,
    mutationId: input.mutationId,
    data: { editId: edit.id, label: edit.label, summary: edit.summary },
  };
  const { patch, shapes, events } = turned;
  const result = { mutationId: input.mutationId, patch, shapes, edit: namedEdit(edit) };
  return changed<PlanEditResult>({ ...result, isRepeated: false }, [event, ...events]);
}

function turn(scope: CommandScope<LegBook>, plan: PlanRow, edit: PlanEditRow, input: TurnInput) {
  const { inverse } = edit;
  if (inverse.kind === "lock") return turnLocks(scope, plan, { ...edit, inverse }, input);
  if (inverse.kind === "service-day") return turnServiceDay(scope, plan, inverse, input);
  if (inverse.kind === "cancel") return turnCancel(scope, plan, inverse, input);
  if (inverse.kind === "drivers") return turnDrivers(scope, plan, inverse, input);
  return turnSequences(scope, plan, { ...edit, inverse }, input);
}

async function turnLocks(
  scope: CommandScope<LegBook>,
  plan: PlanRow,
  { inverse, createdAt, undoneAt }: PlanEditRow & { inverse: PlanEditInverse & { kind: "lock" } },
  { mutationId, asNewChange }: TurnInput,
) {
  const { id: askerId, organizationId } = scope.actor;
  const asked = { askerId, since: undoneAt ?? createdAt };
  const other = await lockChangedByOther(scope.tx, organizationId, plan.id, routesAndVisitsOf(inverse), asked);
  if (other && !asNewChange) {
    const changedAt = other.receivedAt.toISOString();
    const details = { reason: "locked-since", changedBy: other.actorLabel, changedAt } as const;
    throw new ServiceError("stale", `${other.actorLabel} has changed the same locks since.`, details);
  }
  const saved = await setLocks(scope, plan, inverse, mutationId);
  const current = await currentRoutes(scope, plan, saved.routeIds);
  return { ...current, events: saved.events, inverse: saved.inverse };
}

async function turnSequences(
  scope: CommandScope<LegBook>,
  plan: PlanRow,
  edit: PlanEditRow & { inverse: SequenceInverse },
  input: TurnInput,
) {
  const { tx, actor } = scope;
  const { inverse } = edit;
  const partial = await openRoutes(tx, actor.organizationId, plan, routesAndVisitsOf(inverse), {
    isLocked: true,
    now: scope.now,
  });
  partial.book.addMissing(scope.prepared);
  const outcome = turnEdit(partial.board, inverse, partial.book.source(partial.board), input);
  if (!outcome.ok) throw await turnRefused(tx, actor, plan.id, outcome.refusal);
  const visitIds = inverse.kind === "place" ? inverse.placements.map((placement) => placement.visitId) : [];
  if (!input.asNewChange) await refuseTouched(scope, partial.board, edit, visitIds);
  const { mutationId, confirmed } = input;
  const { sequences } = outcome;
  const saved = await changeRoutes(scope, partial, { sequences, movedVisitIds: visitIds, mutationId, confirmed });
  return { patch: saved.patch, shapes: saved.shapes, events: saved.events, inverse: outcome.inverse };
}

/** A stop that somebody else has taken since, be it to put it back on the same route, is no longer only ours. */
async function refuseTouched(
  { tx, actor }: CommandScope<LegBook>,
  board: PlanBoard,
  { createdAt, undoneAt }: PlanEditRow,
  visitIds: readonly string[],
): Promise<void> {
  const asked = { askerId: actor.id, since: undoneAt ?? createdAt };
  const touched = await stopsMovedByOthers(tx, actor.organizationId, board.plan.id, visitIds, asked);
  if (touched.length === 0) return;
  const places = stopPlaces(board);
  const conflicts = touched.map((visitId) =>
    placeNow(board, { visitId, routeId: places.get(visitId)?.route.id ?? null }),
  );
  throw await staleConflict(tx, actor, board.plan.id, conflicts);
}
