import "server-only";
import { z } from "zod";
import { listDepots as selectDepots } from "@/db/queries/depot/find-depots";
import { query } from "../kernel/query";

/** A project's depots by name, with where they are. */
export const listDepots = query({
  permission: "fleet.read",
  input: z.object({ projectId: z.uuid() }),
  run: ({ tx, actor }, { projectId }) => selectDepots(tx, actor.organizationId, projectId),
});
