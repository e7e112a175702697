import "server-only";
import { z } from "zod";
import { findPartner } from "@/db/queries/partner/partners";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** One partner, disabled or not. */
export const readPartner = query({
  permission: "fleet.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => found(await findPartner(tx, actor.organizationId, id), "partner"),
});
