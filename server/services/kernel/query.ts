import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Actor } from "@/server/domain/access/actor";
import type { Permission } from "@/server/domain/access/permissions";
import { authorize } from "./authorize";
import type { PrepareScope } from "./command";
import { inTenant } from "./in-tenant";
import { parseInput } from "./parse-input";
import type { ServiceContext } from "./service-context";

export interface Query<S extends z.ZodType, R> {
  (context: ServiceContext, input: z.input<S>): Promise<R>;
  readonly permission: Permission;
  readonly input: S;
}

/**
 * A use case that only reads: permission, parse, questions to the outside where it has any, one read-only tenant
 * transaction. Throws `ServiceError`.
 */
export function query<S extends z.ZodType, R, P = undefined>(definition: {
  readonly permission: Permission;
  readonly input: S;
  readonly prepare?: (scope: PrepareScope, input: z.output<S>) => Promise<P>;
  readonly run: (scope: { tx: Tx; actor: Actor; now: Date; prepared: P }, input: z.output<S>) => Promise<R>;
}): Query<S, R> {
  const execute = async (context: ServiceContext, rawInput: z.input<S>): Promise<R> => {
    const { actor, ports } = context;
    authorize(actor, definition.permission);
    const input = parseInput(definition.input, rawInput);
    const now = ports.clock.now();
    const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(context, work, { readOnly: true });
    const prepared = (await definition.prepare?.({ actor, now, ports, read }, input)) as P;
    return read((tx) => definition.run({ tx, actor, now, prepared }, input));
  };
  return Object.assign(execute, { permission: definition.permission, input: definition.input });
}
