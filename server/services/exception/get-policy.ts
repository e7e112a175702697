import "server-only";
import { z } from "zod";
import { findExceptionPolicy } from "@/db/queries/exception/exception-policies";
import { findProject } from "@/db/queries/project/find-project";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What counts as an exception in a project. */
export const getPolicy = query({
  permission: "settings.read",
  input: z.object({ projectId: z.uuid() }),
  run: async ({ tx, actor }, { projectId }) => {
    found(await findProject(tx, actor.organizationId, projectId), "project");
    return findExceptionPolicy(tx, actor.organizationId, projectId);
  },
});
