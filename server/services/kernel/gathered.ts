import "server-only";
import type { z } from "zod";
import type { Database } from "@/db/client";
import type { Permission } from "@/server/domain/access/permissions";
import { authorize } from "./authorize";
import { gatherCalls } from "./gather-calls";
import { parseInput } from "./parse-input";
import type { ServiceContext } from "./service-context";

interface Asked<I> {
  readonly services: ServiceContext;
  readonly input: I;
}

interface Sender<I, O> {
  readonly ask: (asked: Asked<I>) => Promise<O>;
  underWay: number;
}

/**
 * A use case that a program asks for hundreds of times a second: what one sender asks while an answer is under way is done
 * together with the next, in the transactions of one. Each is authorized and parsed by itself; `work` answers in order and
 * gives each its own verdict, for what it throws is thrown to all of them. A request that comes alone does not wait.
 */
export function gathered<S extends z.ZodType, O>(definition: {
  readonly permission: Permission;
  readonly input: S;
  readonly most: number;
  /** How many questions of one sender may be under way together: more than one where they do not wait for each other. */
  readonly lanes?: number;
  readonly work: (services: ServiceContext, asked: readonly Asked<z.output<S>>[]) => Promise<readonly O[]>;
}): (services: ServiceContext, input: z.input<S>) => Promise<O> {
  const { permission, input: schema, most, lanes = 1, work } = definition;
  const databases = new WeakMap<Database, Map<string, Sender<z.output<S>, O>>>();
  return async (services, rawInput) => {
    const { actor, database } = services;
    authorize(actor, permission);
    const input = parseInput(schema, rawInput);
    // What a named request does is marked as done in its own transaction.
    if (services.request) return (await work(services, [{ services, input }]))[0]!;
    const senders = databases.get(database) ?? new Map<string, Sender<z.output<S>, O>>();
    databases.set(database, senders);
    const name = `${actor.organizationId} ${actor.kind} ${actor.id}`;
    const sender = senders.get(name) ?? {
      ask: gatherCalls<Asked<z.output<S>>, O>((asked) => work(asked[0]!.services, asked), most, undefined, lanes),
      underWay: 0,
    };
    senders.set(name, sender);
    sender.underWay++;
    try {
      return await sender.ask({ services, input });
    } finally {
      // Nothing is kept of senders who are silent.
      if (--sender.underWay === 0 && senders.get(name) === sender) senders.delete(name);
    }
  };
}
