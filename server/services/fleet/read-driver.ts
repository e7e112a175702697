import "server-only";
import { z } from "zod";
import { findKnownDriver } from "@/db/queries/fleet/driver-pages";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** One driver, active or not. */
export const readDriver = query({
  permission: "fleet.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => found(await findKnownDriver(tx, actor.organizationId, id), "driver"),
});
