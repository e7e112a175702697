import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { commitApiRequest } from "@/db/queries/api/api-requests";
import { appendEvents } from "@/db/queries/event/append-events";
import type { Actor } from "@/server/domain/access/actor";
import type { Permission } from "@/server/domain/access/permissions";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { JobName, JobPayload } from "@/server/jobs/catalog";
import { KEPT_MILLISECONDS } from "../api-request/kept-answer";
import { authorize } from "./authorize";
import { inTenant } from "./in-tenant";
import { parseInput } from "./parse-input";
import type { Ports, ServiceContext } from "./service-context";

/** What a command's transaction may use. Slow outside work belongs in `prepare`. */
export interface CommandScope<P> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** What `prepare` found. */
  readonly prepared: P;
  readonly correlationId: string;
  readonly baseUrl: string;
  newId(): string;
  newToken(): string;
  /** The secret that belongs to an id (`ports/id-source`). */
  tokenFor(id: string): string;
  /** Gives out a job that runs if and only if this command commits; not before an instant, where one is named. */
  enqueue<N extends JobName>(name: N, payload: OwnPayload<N>, notBefore?: Date): Promise<void>;
  /** Gives out many jobs that do not gather, in one statement. */
  enqueueAll<N extends JobName>(name: N, payloads: readonly OwnPayload<N>[]): Promise<void>;
}

/** What a job is told beyond whose it is. */
type OwnPayload<N extends JobName> = Omit<JobPayload<N>, "organizationId" | "correlationId">;

/** What a command may use before its transaction: reads, and ports that may take long. */
export interface PrepareScope {
  readonly actor: Actor;
  readonly now: Date;
  readonly ports: Ports;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** How a command ends: changed, saying what happened, or having found nothing to change. Made by the three below only. */
export type Outcome<R> = { readonly result: R; readonly events: readonly DomainEvent[]; readonly isChanged: boolean };

/** The command changed something; at least one event says what. */
export function changed<R>(result: R, events: readonly DomainEvent[]): Outcome<R> {
  if (events.length === 0) throw new Error("a change without an event would be missing from the log");
  return { result, events, isChanged: true };
}

/** Something changed that concerns nobody but the actor, such as the width of a panel: the log stays for the work. */
export function changedQuietly<R>(result: R): Outcome<R> {
  return { result, events: [], isChanged: false };
}

/** Everything was already as asked. */
export function unchanged<R>(result: R): Outcome<R> {
  return { result, events: [], isChanged: false };
}

/** Something changed that the log has no use for, because it passes by itself: who is looking, what they have in hand. */
export function untraced<R>(result: R): Outcome<R> {
  return { result, events: [], isChanged: false };
}

export interface Command<S extends z.ZodType, R> {
  (context: ServiceContext, input: z.input<S>): Promise<R>;
  readonly permission: Permission;
  readonly input: S;
}

/**
 * A use case that changes something. By construction: permission, then parse, then slow reads outside the transaction,
 * then one tenant transaction in which the rule decides, rows are saved and the log is written. Throws `ServiceError`.
 */
export function command<S extends z.ZodType, R, P = undefined>(definition: {
  readonly permission: Permission;
  readonly input: S;
  readonly prepare?: (scope: PrepareScope, input: z.output<S>) => Promise<P>;
  readonly run: (scope: CommandScope<P>, input: z.output<S>) => Promise<Outcome<R>>;
}): Command<S, R> {
  const execute = async (context: ServiceContext, rawInput: z.input<S>): Promise<R> => {
    const { actor, ports } = context;
    authorize(actor, definition.permission);
    const input = parseInput(definition.input, rawInput);
    const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(context, work, { readOnly: true });
    const now = ports.clock.now();
    const prepared = (await definition.prepare?.({ actor, now, ports, read }, input)) as P;
    return inTenant(context, async (tx) => {
      const outcome = await definition.run(scopeOf(context, tx, prepared), input);
      if (outcome.isChanged) {
        await appendEvents(tx, actor, context.correlationId, ports.clock.now(), outcome.events);
        await markDone(context, tx);
      }
      return outcome.result;
    });
  };
  return Object.assign(execute, { permission: definition.permission, input: definition.input });
}

/** What is in the log has happened: the request that asked for it is not made again, even if nobody lives to answer it. */
async function markDone({ actor, ports, correlationId, request }: ServiceContext, tx: Tx): Promise<void> {
  if (!request) return;
  const until = new Date(ports.clock.now().getTime() + KEPT_MILLISECONDS);
  await commitApiRequest(tx, { organizationId: actor.organizationId, ...request }, correlationId, until);
}

function scopeOf<P>(context: ServiceContext, tx: Tx, prepared: P): CommandScope<P> {
  const { actor, ports, correlationId, baseUrl } = context;
  const whole = <N extends JobName>(payload: OwnPayload<N>) =>
    ({ ...payload, organizationId: actor.organizationId, correlationId }) as unknown as JobPayload<N>;
  return {
    tx,
    actor,
    now: ports.clock.now(),
    prepared,
    correlationId,
    baseUrl,
    newId: () => ports.ids.newId(),
    newToken: () => ports.ids.newToken(),
    tokenFor: (id) => ports.ids.tokenFor(id),
    enqueue: (name, payload, notBefore) => ports.jobs.enqueue(tx, name, whole(payload), notBefore),
    enqueueAll: (name, payloads) => ports.jobs.enqueueAll(tx, name, payloads.map(whole)),
  };
}
