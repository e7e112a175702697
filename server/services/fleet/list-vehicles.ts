import "server-only";
import { z } from "zod";
import { listVehicles as selectVehicles } from "@/db/queries/fleet/find-fleet";
import { query } from "../kernel/query";

/** A project's vehicles by label. */
export const listVehicles = query({
  permission: "fleet.read",
  input: z.object({ projectId: z.uuid() }),
  run: ({ tx, actor }, { projectId }) => selectVehicles(tx, actor.organizationId, projectId),
});
