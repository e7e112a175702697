import "server-only";
import { z } from "zod";
import type { Command } from "../kernel/command";
import { parseInput } from "../kernel/parse-input";
import type { ServiceContext } from "../kernel/service-context";
import { noSuch } from "../kernel/service-error";
import { knownSandbox } from "../sandbox/known-sandbox";

const home = { isSandbox: z.boolean().default(false) };

/** A command on one key, done where that key is: in the actor's organization, or in its sandbox. */
export function inKeysHome<S extends z.ZodObject, R>(service: Command<S, R>) {
  const input = service.input.extend(home);
  const run = async (services: ServiceContext, asked: unknown): Promise<R> => {
    const { isSandbox, ...rest } = parseInput(input, asked) as z.output<S> & { isSandbox: boolean };
    const inside = isSandbox ? await knownSandbox(services) : services;
    if (!inside) throw noSuch("API key");
    return service(inside, rest as unknown as z.input<S>);
  };
  return Object.assign(run, { permission: service.permission, input });
}
