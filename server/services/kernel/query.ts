import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Actor } from "@/server/domain/access/actor";
import type { Permission } from "@/server/domain/access/permissions";
import { authorize } from "./authorize";
import { inTenant } from "./in-tenant";
import { parseInput } from "./parse-input";
import type { ServiceContext } from "./service-context";

export interface Query<S extends z.ZodType, R> {
  (context: ServiceContext, input: z.input<S>): Promise<R>;
  readonly permission: Permission;
  readonly input: S;
}

/** A use case that only reads: permission, parse, one read-only tenant transaction. Throws `ServiceError`. */
export function query<S extends z.ZodType, R>(definition: {
  readonly permission: Permission;
  readonly input: S;
  readonly run: (scope: { tx: Tx; actor: Actor; now: Date }, input: z.output<S>) => Promise<R>;
}): Query<S, R> {
  const execute = async (context: ServiceContext, rawInput: z.input<S>): Promise<R> => {
    authorize(context.actor, definition.permission);
    const input = parseInput(definition.input, rawInput);
    const now = context.ports.clock.now();
    return inTenant(context, (tx) => definition.run({ tx, actor: context.actor, now }, input), { readOnly: true });
  };
  return Object.assign(execute, { permission: definition.permission, input: definition.input });
}
