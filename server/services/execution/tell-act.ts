import "server-only";
import { z } from "zod";
import { findExceptionPolicy } from "@/db/queries/exception/exception-policies";
import { lockFailedDelivery, setReturned } from "@/db/queries/exception/failed-deliveries";
import { loadRouteOps } from "@/db/queries/execution/driver-ops";
import { findOwnRoute, findOwnRouteOfVisit, type OwnRoute } from "@/db/queries/execution/own-routes";
import { listRouteDoors, lockRunRoute } from "@/db/queries/execution/runs";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { actRefusal, isSaidAlready } from "@/server/domain/execution/act-refusal";
import { attemptsAt } from "@/server/domain/execution/attempts";
import { contactTriesAt } from "@/server/domain/execution/contact-tries";
import {
  type CompleteOp,
  contactTrySchema,
  type DriverOp,
  type DriverOpType,
  driverOpSchema,
} from "@/server/domain/execution/driver-op";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { missingContact } from "@/server/domain/policy/missing-contact";
import { type CommandScope, changed, changedQuietly, command, type Outcome, unchanged } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found, ServiceError } from "../kernel/service-error";
import { emptyRoute } from "../plan/empty-route";
import { statusEvent } from "../plan/save-sequences";
import { actIdOf } from "./act-id";
import { lookAnew } from "./look-anew";
import { type OpAnswer, takeActs } from "./take-acts";

const tellActSchema = z
  .object({
    /** Of which route, or at which door. */
    routeId: z.uuid().optional(),
    visitId: z.uuid().optional(),
    /** What is said, without its name, number and time. */
    act: z.looseObject({ type: z.string() }),
    /** When it was; absent: now. */
    occurredAt: z.date().optional(),
    /** Which try at the door this is. */
    attempt: z.int().min(1).max(100).optional(),
  })
  .refine(({ routeId, visitId }) => (routeId === undefined) !== (visitId === undefined));
type TellAct = z.output<typeof tellActSchema>;

/** What became of what a driver said, and which of his routes it was about. */
export interface ToldAct {
  readonly route: OwnRoute;
  readonly answer: Pick<OpAnswer, "verdict" | "reason" | "message">;
}

/** What is told later than this was done elsewhere by now: nobody can go back and ring once more. */
const AT_THE_DOOR_MS = 5 * 60_000;

const UNFIT: readonly string[] = ["in-the-future", "too-old", "malformed", "wrong-pin"];

/**
 * What a driver says of one of his own routes, one act at a time, by the rules his device's queue is judged by; and what
 * follows: declined, its deliveries go back into the pool; sent back, a delivery that failed is returned. Said again it
 * changes nothing. Refuses routes and doors that are not his as if there were none, and what his route's state forbids.
 */
export async function tellAct(services: ServiceContext, input: z.input<typeof tellActSchema>): Promise<ToldAct> {
  const told = await takeAct(services, input);
  const { verdict, reason = "malformed", message } = told.answer;
  if (verdict !== "rejected") return told;
  // The refusal is on record by now, for the desk to see.
  const code = UNFIT.includes(reason) ? "invalid" : "refused";
  throw new ServiceError(code, message ?? "That cannot be said of this route.", { reason });
}

/** Refuses what `tellAct` would refuse by the state of the route, before anything is kept for it. */
export const previewAct = query({
  permission: "run.read",
  input: tellActSchema,
  run: async (scope, input): Promise<void> => {
    const { tx, actor, now } = scope;
    const route = await ownRoute(scope, input);
    const known = await loadRouteOps(tx, actor.organizationId, route.routeId);
    const run = foldOps(known);
    const act = { ...input.act, type: input.act.type as DriverOpType, occurredAt: input.occurredAt ?? now };
    const standing = { answer: route.answer, run };
    if (!input.occurredAt && isSaidAlready(act, standing, run, known)) return;
    await refuseByState(scope, route, input, act, run);
  },
});

const takeAct = command({
  permission: "run.write",
  input: tellActSchema,
  run: async (scope, input): Promise<Outcome<ToldAct>> => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const route = await ownRoute(scope, input);
    const { type } = input.act;
    // Plans are held before their routes, by everybody.
    const plan = type === "decline" ? await lockPlan(tx, organizationId, route.planId) : undefined;
    await lockRunRoute(tx, organizationId, route.routeId);
    const known = await loadRouteOps(tx, organizationId, route.routeId);
    const run = foldOps(known);
    const standing = { answer: route.answer, run };
    const occurredAt = input.occurredAt ?? now;
    const act = { ...input.act, type: type as DriverOpType, occurredAt };
    const same = { route, answer: { verdict: "duplicate" } } as const;
    if (input.attempt !== undefined) {
      const before = attemptsAt(known, input.visitId!);
      if (input.attempt <= before) return unchanged(same);
      await refuseSpent(scope, route, input, before);
    } else if (!input.occurredAt && isSaidAlready(act, standing, run, known)) {
      return unchanged(same);
    }
    await refuseByState(scope, route, input, act, run);
    await refuseUnreached(scope, input, run, known);
    const sent = { ...input.act, opId: nameOf(scope, input), deviceSeq: known.length, occurredAt };
    const taken = await takeActs(scope, route.routeId, actor.id, { deviceNow: now, ops: [sent] });
    const answer = taken.result.answers[0]!;
    const followed = answer.verdict === "applied" ? await consequences(scope, route, sent, plan) : [];
    const result = { route, answer };
    const events = [...taken.events, ...followed];
    if (events.length > 0) return changed(result, events);
    return answer.verdict === "duplicate" ? unchanged(result) : changedQuietly(result);
  },
});

const REFUSALS = {
  "route-declined": "You have declined this assignment.",
  "route-begun": "This route has been started and cannot be declined.",
  "route-over": "This route is over.",
} as const;

type Scope = CommandScope<undefined>;
type Reading = Pick<Scope, "tx" | "actor">;

/** What the route's and the delivery's state forbid. */
async function refuseByState(
  scope: Reading,
  route: OwnRoute,
  { visitId }: TellAct,
  act: Pick<DriverOp, "type" | "occurredAt">,
  run: ReturnType<typeof foldOps>,
): Promise<void> {
  const why = actRefusal(act, { answer: route.answer, run });
  if (why) throw new ServiceError("refused", REFUSALS[why], { reason: why });
  if (act.type === "complete") await refuseEnded(scope, route, visitId!, act, run);
}

async function ownRoute({ tx, actor }: Reading, { routeId, visitId }: TellAct): Promise<OwnRoute> {
  const driverId = found(actor.id, "driver");
  if (routeId) return found(await findOwnRoute(tx, actor.organizationId, driverId, routeId), "assignment");
  return found(await findOwnRouteOfVisit(tx, actor.organizationId, driverId, visitId!), "stop");
}

/** An act with a time of its own has a name of its own, so that it may come any number of times. */
function nameOf({ actor, newId }: Scope, { routeId, visitId, act, occurredAt, attempt }: TellAct): string {
  if (!occurredAt && attempt === undefined) return newId();
  const what = typeof act.outcome === "string" ? act.outcome : "";
  return actIdOf(actor.id!, routeId ?? visitId!, act.type, what, occurredAt?.getTime() ?? 0, attempt ?? 0);
}

/** A delivery the desk has ended takes no new outcome; what was done before it ended is still worth knowing. */
async function refuseEnded(
  { tx, actor }: Reading,
  { planId, routeId }: OwnRoute,
  visitId: string,
  { occurredAt }: { readonly occurredAt: Date },
  run: ReturnType<typeof foldOps>,
): Promise<void> {
  const doors = await listRouteDoors(tx, actor.organizationId, planId, routeId);
  const door = doors.find((each) => each.visitId === visitId);
  const endedAtMs = run.stops.get(visitId)?.completion?.atMs ?? null;
  const isEnded = door?.status === "cancelled" || door?.status === "returned";
  if (!door?.isOnRoute || !isEnded || endedAtMs === null || occurredAt.getTime() <= endedAtMs) return;
  throw new ServiceError("refused", `This delivery is ${door.status}.`, { reason: "closed" });
}

/** As often as the project's policy allows, on this route and on those before. */
async function refuseSpent({ tx, actor }: Scope, route: OwnRoute, { visitId, attempt }: TellAct, before: number) {
  const { organizationId } = actor;
  const doors = await listRouteDoors(tx, organizationId, route.planId, route.routeId);
  const deliveryId = found(doors.find((each) => each.visitId === visitId)?.deliveryId, "stop");
  const { attempts } = found(await lockFailedDelivery(tx, organizationId, deliveryId), "delivery");
  const elsewhere = Math.max(0, attempts - (before > 0 ? 1 : 0));
  const plan = found(await findPlan(tx, organizationId, route.planId), "plan");
  const { maxAttempts } = await findExceptionPolicy(tx, organizationId, plan.projectId);
  if (Math.max(attempt!, elsewhere + before + 1) <= maxAttempts) return;
  throw new ServiceError("refused", `It has been tried as often as it may be: ${maxAttempts} times.`, {
    reason: "attempts-spent",
    max_attempts: maxAttempts,
  });
}

/** That nobody was there is taken once the organization's contact rules are met, as long as there is still time for it. */
async function refuseUnreached(
  { tx, actor, now }: Scope,
  { visitId, act, occurredAt = now }: TellAct,
  run: ReturnType<typeof foldOps>,
  known: readonly DriverOp[],
) {
  const { outcome, reason, contacts } = act as Partial<CompleteOp>;
  if (act.type !== "complete" || outcome !== "failed" || reason !== "nobody-home") return;
  if (now.getTime() - occurredAt.getTime() > AT_THE_DOOR_MS) return;
  const { arrivedAtMs = null, completion = null } = run.stops.get(visitId!) ?? {};
  // Said already, and now once more or put right.
  if (completion?.outcome === outcome && completion.reason === reason) return;
  const { contact } = await findDeliveryPolicy(tx, actor.organizationId);
  const said = z.array(contactTrySchema).catch([]).parse(contacts);
  const missing = missingContact(contact, {
    tries: [...contactTriesAt(known, visitId!), ...said.map(({ channel }) => channel)],
    arrivedAtMs,
    atMs: occurredAt.getTime(),
  });
  if (!missing) return;
  const { attempts, waitSeconds } = missing;
  const how = contact.channels.length > 0 ? ` by ${contact.channels.join(" or ")}` : "";
  const wanted = [
    ...(attempts > 0 ? [`${attempts} more ${attempts === 1 ? "try" : "tries"} to reach the recipient${how}`] : []),
    ...(waitSeconds > 0 ? [`${waitSeconds} s more at the door`] : []),
  ];
  throw new ServiceError("invalid", `Before nobody was there: ${wanted.join(", and ")}.`, {
    reason: "contact-rules",
    missing_attempts: attempts,
    missing_wait_seconds: waitSeconds,
    channels: contact.channels,
  });
}

/** What an act brings about beyond the route's own state. */
async function consequences(
  scope: Scope,
  { routeId, planId }: OwnRoute,
  sent: Readonly<Record<string, unknown>>,
  plan: Awaited<ReturnType<typeof lockPlan>>,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const act: DriverOp = driverOpSchema.parse(sent);
  if (act.type === "decline") {
    await lookAnew(scope, { planIds: [planId] });
    return emptyRoute(scope, found(plan, "plan"), routeId);
  }
  if (act.type !== "complete" || act.next !== "return") return [];
  const doors = await listRouteDoors(tx, organizationId, planId, routeId);
  const ids = doors.filter(({ visitId }) => act.visitIds.includes(visitId)).map(({ deliveryId }) => deliveryId);
  const returned = await setReturned(tx, organizationId, [...new Set(ids)], now);
  await lookAnew(scope, { planIds: [planId] });
  return returned.map((id) => statusEvent({ plan: { id: planId } }, { id, before: "failed", after: "returned" }));
}
