import "server-only";
import type { z } from "zod";
import { createApiKey } from "../api-key/create-api-key";
import type { ServiceContext } from "../kernel/service-context";
import { openSandbox } from "./open-sandbox";

/** Makes a key for the actor's sandbox: a key of that organization, which is its only way in. */
export async function createSandboxKey(context: ServiceContext, input: z.input<typeof createApiKey.input>) {
  return createApiKey(await openSandbox(context), input);
}
