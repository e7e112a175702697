import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { isId } from "@/server/domain/ids";
import { findConsignmentView } from "@/server/services/consignment/read-consignment";
import { found } from "@/server/services/kernel/service-error";
import { SOURCE } from "../ids";
import { fromConsignment } from "../map/job";
import { jobQuerySchema, jobSchema } from "../wire/job";

export const getJob = endpoint({
  method: "get",
  path: "/integration-jobs",
  id: "getJob",
  tag: "Jobs",
  summary: "How far a job is, by your id for it or by ours",
  scope: "deliveries:read",
  query: jobQuerySchema,
  answers: { 200: { description: "The job.", schema: jobSchema } },
  refusals: [400, 404],
  run: async ({ services, query }) => {
    const { job_id: id, external_job_id: externalId } = query;
    const view =
      id === undefined
        ? await findConsignmentView(services, { source: SOURCE, externalId: externalId! })
        : isId(id)
          ? await findConsignmentView(services, { id })
          : null;
    const isOurs = view?.consignment.source === SOURCE && (!externalId || view.consignment.externalId === externalId);
    return { status: 200, body: fromConsignment(found(isOurs ? view : null, "consignment"), services.baseUrl) };
  },
});
