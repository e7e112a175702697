import "server-only";
import type { z } from "zod";
import type { Actor } from "@/server/domain/access/actor";
import type { Permission } from "@/server/domain/access/permissions";
import { authorize } from "./authorize";
import { asRefusal } from "./in-tenant";
import { parseInput } from "./parse-input";
import type { Ports, ServiceContext } from "./service-context";

interface Feed<S extends z.ZodType, R> {
  (context: ServiceContext, input: z.input<S>): Promise<R>;
  readonly permission: Permission;
  readonly input: S;
}

/**
 * A use case that takes measurements, by the thousand a second: permission, parse, rule, and a port that stores them.
 * It has no transaction of its own and leaves no trace in the log. Throws `ServiceError`.
 */
export function feed<S extends z.ZodType, R>(definition: {
  readonly permission: Permission;
  readonly input: S;
  readonly run: (scope: { actor: Actor; now: Date; ports: Ports }, input: z.output<S>) => Promise<R>;
}): Feed<S, R> {
  const execute = async (context: ServiceContext, rawInput: z.input<S>): Promise<R> => {
    const { actor, ports } = context;
    authorize(actor, definition.permission);
    const input = parseInput(definition.input, rawInput);
    return definition.run({ actor, now: ports.clock.now(), ports }, input).catch((error: unknown) => {
      throw asRefusal(error);
    });
  };
  return Object.assign(execute, { permission: definition.permission, input: definition.input });
}
