import "server-only";
import { z } from "zod";
import { selectSites } from "@/db/queries/site/sites";
import { query } from "../kernel/query";

const names = z.array(z.string().max(400)).max(5000).default([]);

/** Places by id, by number or by their address as it was written; newest first. */
export const findSites = query({
  permission: "order.read",
  input: z.object({ ids: z.array(z.uuid()).max(10_000).default([]), numbers: names, addresses: names }),
  run: ({ tx, actor }, wanted) => selectSites(tx, actor.organizationId, wanted),
});
