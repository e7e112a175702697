import "server-only";
import { z } from "zod";
import { query } from "../kernel/query";
import { findDoor } from "./find-door";

export const addressLine = z.string().trim().min(3).max(300);
/** ISO 3166-1 alpha-2, for addresses that name none. */
export const countryCode = z.string().regex(/^([A-Z]{2})?$/);

/** What the geocoders make of an address, which of them answered, and how fast. Nothing is kept. */
export const tryAddress = query({
  permission: "settings.write",
  input: z.object({ address: addressLine, country: countryCode }),
  prepare: ({ actor, ports }, { address, country }) => findDoor(ports, actor.organizationId, address, country),
  run: async ({ prepared }) => prepared,
});
