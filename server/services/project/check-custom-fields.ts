import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { customFieldFaults } from "@/server/domain/order/custom-fields";
import { query } from "../kernel/query";
import { found, ServiceError } from "../kernel/service-error";

/** Refuses, as `invalid` with every fault, fields of an order's own that its project does not know. */
export const checkCustomFields = query({
  permission: "order.write",
  input: z.object({ projectId: z.uuid(), values: z.record(z.string(), z.unknown()) }),
  run: async ({ tx, actor }, { projectId, values }) => {
    const project = found(await findProject(tx, actor.organizationId, projectId), "project");
    const issues = [...customFieldFaults(project.customFieldDefinitions, values)];
    const [first] = issues;
    if (first) throw new ServiceError("invalid", `${first.path}: ${first.message}`, { reason: "input", issues });
  },
});
