import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { receiveBulkJob } from "@/server/services/bulk/receive-bulk-job";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { dress } from "../ids";
import { toDeliveryDraft } from "../map/to-delivery-draft";
import { deliveryRequestSchema } from "../wire/delivery";
import { jobAcceptedSchema, s3PointerSchema } from "../wire/job";
import { pointedStream } from "./pointed-stream";
import { readItemLines } from "./read-item-lines";

const MOST_BYTES = 4_000_000_000;

export const bulkCreateDeliveries = endpoint({
  method: "post",
  path: "/deliveries/bulk",
  id: "bulkCreateDeliveries",
  tag: "Deliveries",
  summary: "Create any number of deliveries, one JSON object a line",
  description:
    "Lines are taken while they come, and become deliveries in a job: lines that are right go in although others are " +
    "not. Each may have 64,000 characters. Instead of the lines `s3_uri` may name an object in the installation's own " +
    "bucket, below `<tenant id>/imports/`.",
  scope: "deliveries:write",
  streamed: {
    types: { "application/x-ndjson": deliveryRequestSchema, "application/json": s3PointerSchema },
    maxBytes: MOST_BYTES,
  },
  answers: { 202: { description: "A job does it; ask `/jobs/{jobId}` for it.", schema: jobAcceptedSchema } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, stream, mediaType }) => {
    const home = await readHomeProject(services, {});
    const source = mediaType === "application/x-ndjson" ? stream : await pointedStream(services, stream);
    const lines = readItemLines(source, deliveryRequestSchema, (line) => toDeliveryDraft(line, home));
    const { id } = await receiveBulkJob(services, { projectId: home.id, kind: "deliveries" }, lines);
    const job = dress("job", id);
    const body = { job_id: job, status: "queued" };
    return { status: 202, body, headers: { location: `/v1/lastmile/jobs/${job}` } };
  },
});
