import "server-only";
import { driverEndpoint } from "@/server/api/kernel/endpoint";
import type { StreamedMessage } from "@/server/api/kernel/event-stream";
import { streamDriverNews } from "@/server/realtime/driver-news-stream";
import { assignmentsOf, pushesOf } from "../driver-pushes";
import { driverStreamSchema } from "../wire/stream";
import { streamed } from "./streamed";

export const streamAssignments = driverEndpoint({
  method: "get",
  path: "/driver-api/assignments/stream",
  id: "streamAssignments",
  tag: "Driver app",
  summary: "The driver's assignments as they change, as server-sent events",
  description:
    "First `snapshot` with all of them, then `assignment` with one that was given, changed, or taken away (then it is null). " +
    "Last-Event-ID resumes; whoever has missed too much hears a new `snapshot`. The stream ends with its token.",
  answers: { 200: { description: "Until somebody hangs up.", schema: driverStreamSchema, isStream: true } },
  refusals: [],
  run: (call) =>
    streamed(call, call.services.actor.id!, async function* (signal): AsyncGenerator<StreamedMessage> {
      const { access, services, lastEventId = null } = call;
      const snapshot = async (id: number) => ({
        id,
        event: "snapshot",
        data: { assignments: await assignmentsOf(services) },
      });
      let isFirst = true;
      for await (const batch of streamDriverNews(access.events(), services, lastEventId, signal)) {
        if (isFirst || batch.isResync) yield snapshot(isFirst ? (lastEventId ?? batch.lastSeq) : batch.lastSeq);
        isFirst = false;
        for (const { id, data } of await pushesOf(services, batch.news)) yield { id, event: "assignment", data };
      }
    }),
});
