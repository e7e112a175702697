import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { cancelBulkJob } from "@/server/services/bulk/cancel-bulk-job";
import { readBulkJob } from "@/server/services/bulk/read-bulk-job";
import { idOf } from "../ids";
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
  run: async ({ services, params }) => {
    const job = await readBulkJob(services, { id: idOf("job", params.jobId) });
    return { status: 200, body: fromJob(job) };
  },
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
    await cancelBulkJob(services, { id });
    return { status: 200, body: fromJob(await readBulkJob(services, { id })) };
  },
});
