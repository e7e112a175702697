import "server-only";
import { z } from "zod";
import { listProjects as selectProjects } from "@/db/queries/project/find-project";
import { query } from "../kernel/query";

/** All projects of the organization, by name. */
export const listProjects = query({
  permission: "order.read",
  input: z.object({}).prefault({}),
  run: ({ tx, actor }) => selectProjects(tx, actor.organizationId),
});
