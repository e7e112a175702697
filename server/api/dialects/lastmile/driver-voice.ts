import "server-only";
import type { DriverVoice } from "@/server/realtime/driver-voice";
import { assignmentsOf, pushesOf } from "./driver-pushes";
import { dress } from "./ids";
import { toFix } from "./map/driver-act";
import { locationRequestSchema, pingsOf } from "./wire/driver-api";

/** What drivers' sockets say in this API's words. */
export const driverVoice: DriverVoice = {
  greeting: async (services) => ({
    driver_id: dress("driver", services.actor.id!),
    assignments: await assignmentsOf(services),
  }),
  pushes: async (services, news) =>
    (await pushesOf(services, news)).map(({ id, data: { type: event, ...data } }) => ({
      type: "assignment",
      id,
      event,
      ...data,
    })),
  fixesOf: (message, now) => {
    const parsed = locationRequestSchema.safeParse(message);
    return parsed.success ? pingsOf(parsed.data).map((ping) => toFix(ping, now)) : undefined;
  },
};
