import "server-only";
import { z } from "zod";
import { findExceptionPolicy } from "@/db/queries/exception/exception-policies";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import { findHomeProject } from "@/db/queries/project/find-project";
import { DEFAULT_EXCEPTION_POLICY } from "@/server/domain/exception/exception-policy";
import { query } from "../kernel/query";

/** What an organization does with failed deliveries (those of its first project), and what it asks of drivers and partners. */
export const readPolicies = query({
  permission: "settings.read",
  input: z.object({}),
  run: async ({ tx, actor: { organizationId } }) => {
    const home = await findHomeProject(tx, organizationId);
    const exceptions = home ? await findExceptionPolicy(tx, organizationId, home.id) : DEFAULT_EXCEPTION_POLICY;
    return { exceptions, delivery: await findDeliveryPolicy(tx, organizationId) };
  },
});
