import "server-only";
import { findProject } from "@/db/queries/project/find-project";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { ordersSchema, refusalsOf } from "./take-orders";

/**
 * What `takeOrders` would refuse these orders for, one answer each, in order; null: nothing. For those who have more to
 * save with an order than the order: what is refused must leave nothing behind.
 */
export const judgeOrders = query({
  permission: "order.read",
  input: ordersSchema,
  run: async ({ tx, actor }, { projectId, items }) => {
    const project = found(await findProject(tx, actor.organizationId, projectId), "project");
    return { refusals: await refusalsOf({ tx, actor }, items, project) };
  },
});
