import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { seqOfMessageId } from "@/server/domain/webhook/message-id";
import { startReplay } from "@/server/services/bulk/start-replay";
import { dress, idOf, undress } from "../ids";
import { jobAcceptedSchema } from "../wire/job";
import { replayRequestSchema } from "../wire/replay";

export const replay = endpoint({
  method: "post",
  path: "/replay",
  id: "replay",
  tag: "Jobs",
  summary: "Say events again: to subscribers, or to what is learned from them",
  description:
    "A job does it, whose lines are events; ids nobody knows are its errors. Who hears a message again knows it by its id.",
  scope: "settings:write",
  body: replayRequestSchema,
  answers: { 202: { description: "A job does it; ask `/jobs/{jobId}` for it.", schema: jobAcceptedSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body: { target, from, to, ids, webhook_ids } }) => {
    const { id } = await startReplay(services, {
      target,
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { before: new Date(to) }),
      ...(ids && { wanted: ids.map(wantedOf) }),
      webhookIds: webhook_ids?.map((each) => idOf("webhook", each)) ?? null,
    });
    const job = dress("job", id);
    return { status: 202, body: { job_id: job, status: "queued" }, headers: { location: `/v1/lastmile/jobs/${job}` } };
  },
});

/** What an id stands for; null for one nobody has given out. */
function wantedOf(id: string | number): { seq: number } | { deliveryId: string } | null {
  if (typeof id === "number") return { seq: id };
  const deliveryId = undress("delivery", id);
  if (deliveryId) return { deliveryId };
  const seq = id.startsWith("evt_") ? seqOfMessageId(id.slice(4)) : /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined;
  return seq ? { seq } : null;
}
