import "server-only";
import { z } from "zod";
import { listDrivers as selectDrivers } from "@/db/queries/fleet/find-fleet";
import { query } from "../kernel/query";

/** A project's drivers by name, with their usual vehicle and depot. */
export const listDrivers = query({
  permission: "fleet.read",
  input: z.object({ projectId: z.uuid() }),
  run: ({ tx, actor }, { projectId }) => selectDrivers(tx, actor.organizationId, projectId),
});
