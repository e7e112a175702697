import "server-only";
import type { z } from "zod";
import { rotateApiKey } from "../api-key/rotate-api-key";
import { showKey } from "../api-key/show-key";
import type { ServiceContext } from "../kernel/service-context";
import { inKeysHome } from "./in-keys-home";

const rotateAtHome = inKeysHome(rotateApiKey);
const { input } = rotateAtHome;

/** Another secret for a key, in the words of the API it opens; one that opens every API is said in the first one's. */
async function rotate(services: ServiceContext, asked: z.input<typeof input>) {
  const { id: keyId, secret, isClient, scopes, dialect, previousUntil } = await rotateAtHome(services, asked);
  const [first] = services.ports.vendors.keys();
  const form = isClient ? "client" : "key";
  return { ...showKey(services, dialect ?? first ?? "", { keyId, secret, form, scopes }), previousUntil };
}

export const rotateAccess = Object.assign(rotate, { permission: rotateAtHome.permission, input });
