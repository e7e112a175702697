import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { cancelAssignmentJob } from "@/server/services/assignment/cancel-assignment-job";
import { readAssignmentJob } from "@/server/services/assignment/read-assignment-job";
import { readRoutes } from "@/server/services/assignment/read-routes";
import { cancelBulkJob } from "@/server/services/bulk/cancel-bulk-job";
import { readBulkJob } from "@/server/services/bulk/read-bulk-job";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { idOf } from "../ids";
import { fromAssignmentJob } from "../map/from-assignment-job";
import { fromJob } from "../map/from-job";
import { jobSchema } from "../wire/job";

const jobParams = z.object({ jobId: z.string().max(100) });

export const getJob = endpoint({
  method: "get",
  path: "/jobs/{jobId}",
  id: "getJob",
  tag: "Jobs",
  summary: "How far a job is, and what it could not do",
  scope: "deliveries:read",
  params: jobParams,
  answers: { 200: { description: "The job.", schema: jobSchema } },
  refusals: [404],
  run: async ({ services, params }) => ({ status: 200, body: await jobAnswer(services, idOf("job", params.jobId)) }),
});

export const cancelJob = endpoint({
  method: "post",
  path: "/jobs/{jobId}/cancel",
  id: "cancelJob",
  tag: "Jobs",
  summary: "Stop a job",
  description: "What it has done stays. One that has ended by itself is refused.",
  scope: "deliveries:write",
  params: jobParams,
  answers: { 200: { description: "The job.", schema: jobSchema } },
  refusals: [404, 409],
  run: async ({ services, params }) => {
    const id = idOf("job", params.jobId);
    if (await readAssignmentJob(services, { id })) await cancelAssignmentJob(services, { id });
    else await cancelBulkJob(services, { id });
    return { status: 200, body: await jobAnswer(services, id) };
  },
});

/** A job of either kind; refuses an id that is neither's. */
export async function jobAnswer(services: ServiceContext, id: string) {
  const job = await readAssignmentJob(services, { id });
  if (!job) return fromJob(await readBulkJob(services, { id }));
  const mayRead = services.actor.permissions.has("plan.read");
  const routes = job.result && mayRead ? await readRoutes(services, { routeIds: [...job.result.routeIds] }) : [];
  return fromAssignmentJob(job, routes);
}
