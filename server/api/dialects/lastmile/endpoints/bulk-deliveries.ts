import "server-only";
import { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { endpoint } from "@/server/api/kernel/endpoint";
import { readLines, type StreamLine } from "@/server/api/kernel/read-lines";
import { type ReceivedLine, receiveBulkJob } from "@/server/services/bulk/receive-bulk-job";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { dress } from "../ids";
import type { Home } from "../map/door";
import { toDeliveryDraft } from "../map/to-delivery-draft";
import { deliveryRequestSchema } from "../wire/delivery";
import { jobAcceptedSchema, s3PointerSchema } from "../wire/job";

const MOST_BYTES = 4_000_000_000;
const MOST_LINE_CHARACTERS = 64_000;

export const bulkCreateDeliveries = endpoint({
  method: "post",
  path: "/deliveries/bulk",
  id: "bulkCreateDeliveries",
  tag: "Deliveries",
  summary: "Create any number of deliveries, one JSON object a line",
  description:
    "Lines are taken while they come, and become deliveries in a job: lines that are right go in although others are " +
    "not. Each may have 64,000 characters.",
  scope: "deliveries:write",
  streamed: {
    types: { "application/x-ndjson": deliveryRequestSchema, "application/json": s3PointerSchema },
    maxBytes: MOST_BYTES,
  },
  answers: { 202: { description: "A job does it; ask `/jobs/{jobId}` for it.", schema: jobAcceptedSchema } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, stream, mediaType }) => {
    const home = await readHomeProject(services, {});
    if (mediaType !== "application/x-ndjson") {
      throw new ApiRefusal("meaningless", "This installation fetches no lines from elsewhere: send them as NDJSON.");
    }
    const lines = deliveryLines(readLines(stream, MOST_LINE_CHARACTERS), home);
    const { id } = await receiveBulkJob(services, { projectId: home.id, kind: "deliveries" }, lines);
    const job = dress("job", id);
    const body = { job_id: job, status: "queued" };
    return { status: 202, body, headers: { location: `/v1/lastmile/jobs/${job}` } };
  },
});

async function* deliveryLines(lines: AsyncIterable<StreamLine>, home: Home): AsyncGenerator<ReceivedLine> {
  for await (const line of lines) yield deliveryLine(line, home);
}

function deliveryLine({ lineNumber, text }: StreamLine, home: Home): ReceivedLine {
  if (text === null) return { lineNumber, error: { code: "too_large", message: "The line is too long." } };
  const read = readJson(text);
  if (!read.ok) return { lineNumber, error: { code: "malformed", message: "The line is not JSON." } };
  const parsed = deliveryRequestSchema.safeParse(read.value);
  if (parsed.success) return { lineNumber, item: toDeliveryDraft(parsed.data, home) };
  const message = z.prettifyError(parsed.error).slice(0, 1000);
  return { lineNumber, error: { code: "meaningless", message } };
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
