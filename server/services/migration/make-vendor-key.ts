import "server-only";
import { z } from "zod";
import { createAccess } from "../api-access/create-access";
import { parseInput } from "../kernel/parse-input";
import type { ServiceContext } from "../kernel/service-context";
import { noSuch } from "../kernel/service-error";

const input = z.object({ vendor: z.string().min(1).max(40) });

/**
 * A key for programs of a vendor, as they are let in there and for all they do, in that vendor's words. It opens that
 * vendor's API and no other.
 */
async function make(services: ServiceContext, asked: z.input<typeof input>) {
  const { vendor: name } = parseInput(input, asked);
  const vendor = services.ports.vendors.get(name);
  if (!vendor) throw noSuch("vendor");
  const [form = "key"] = vendor.keyForms;
  return createAccess(services, { api: name, kind: form, name: vendor.title, scopes: [...vendor.scopes] });
}

export const makeVendorKey = Object.assign(make, { permission: createAccess.permission, input });
