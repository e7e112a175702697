import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { receiveBulkJob } from "@/server/services/bulk/receive-bulk-job";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { dress, undress } from "../ids";
import { toDriver } from "../map/driver";
import { toDeliveryDraft } from "../map/to-delivery-draft";
import { deliveryRequestSchema } from "../wire/delivery";
import { driverRequestSchema } from "../wire/driver";
import { jobAcceptedSchema, s3PointerSchema } from "../wire/job";
import { pointedStream } from "./pointed-stream";
import { readItemLines } from "./read-item-lines";

const MOST_BYTES = 4_000_000_000;
/** What no id of ours stands for: a line that names a vehicle or partner nobody knows is refused by it. */
const NOBODY = "00000000-0000-8000-8000-000000000000";

export const startImport = endpoint({
  method: "post",
  path: "/imports",
  id: "startImport",
  tag: "Jobs",
  summary: "Bring in any number of deliveries or drivers, one JSON object a line",
  description:
    "As `/deliveries/bulk`, for what is moved here from elsewhere: lines are taken while they come, and go in by a job, " +
    "those that are right although others are not. A driver's `vehicle_id` and `partner_id` are ours.",
  scope: "deliveries:write",
  query: z.object({ type: z.enum(["deliveries", "drivers"]) }),
  streamed: {
    types: {
      "application/x-ndjson": z.union([deliveryRequestSchema, driverRequestSchema]),
      "application/json": s3PointerSchema,
    },
    maxBytes: MOST_BYTES,
  },
  answers: { 202: { description: "A job does it; ask `/jobs/{jobId}` for it.", schema: jobAcceptedSchema } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, query: { type: kind }, stream, mediaType }) => {
    const home = await readHomeProject(services, {});
    const source = mediaType === "application/x-ndjson" ? stream : await pointedStream(services, stream);
    const lines =
      kind === "deliveries"
        ? readItemLines(source, deliveryRequestSchema, (line) => toDeliveryDraft(line, home))
        : readItemLines(source, driverRequestSchema, (line) => ({
            driver: toDriver(line, {
              partnerId: line.partner_id ? (undress("partner", line.partner_id) ?? NOBODY) : undefined,
              vehicleId: line.vehicle_id ? (undress("vehicle", line.vehicle_id) ?? NOBODY) : undefined,
              country: home.defaultCountry,
              depotId: home.defaultDepotId,
            }),
            clientName: line.external_driver_id ?? null,
          }));
    const { id } = await receiveBulkJob(services, { projectId: home.id, kind }, lines);
    const job = dress("job", id);
    return { status: 202, body: { job_id: job, status: "queued" }, headers: { location: `/v1/lastmile/jobs/${job}` } };
  },
});
