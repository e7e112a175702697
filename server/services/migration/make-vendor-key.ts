import "server-only";
import { z } from "zod";
import { createApiKey } from "../api-key/create-api-key";
import { parseInput } from "../kernel/parse-input";
import type { ServiceContext } from "../kernel/service-context";
import { noSuch } from "../kernel/service-error";

const input = z.object({ vendor: z.string().min(1).max(40) });

/**
 * A key for programs of a vendor, in that vendor's words, with the address they are to ask and a line that shows whether it works.
 * The secret is in the answer and nowhere else.
 */
async function make(services: ServiceContext, asked: z.input<typeof input>) {
  const { vendor: name } = parseInput(input, asked);
  const vendor = services.ports.vendors.get(name);
  if (!vendor) throw noSuch("vendor");
  const { id: keyId, secret } = await createApiKey(services, { name: vendor.title, scopes: [...vendor.scopes] });
  const baseUrl = `${services.baseUrl}${vendor.basePath}`;
  const credentials = vendor.credentialsOf({ keyId, secret });
  return { keyId, baseUrl, credentials, tryIt: vendor.tryIt(baseUrl, credentials) };
}

export const makeVendorKey = Object.assign(make, { permission: createApiKey.permission, input });
