import "server-only";
import { z } from "zod";
import { listApiKeys } from "../api-key/list-api-keys";
import type { ServiceContext } from "../kernel/service-context";
import { knownSandbox } from "../sandbox/known-sandbox";

const input = z.object({});

/** All keys of the actor's organization and of its sandbox, newest first; never their secrets. */
async function list(services: ServiceContext, _asked: z.input<typeof input>) {
  const sandbox = await knownSandbox(services);
  const keys = [...(await listApiKeys(services, {})), ...(sandbox ? await listApiKeys(sandbox, {}) : [])];
  return keys.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

export const listAccess = Object.assign(list, { permission: listApiKeys.permission, input });
