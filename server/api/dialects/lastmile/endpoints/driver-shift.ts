import "server-only";
import { driverEndpoint } from "@/server/api/kernel/endpoint";
import { changeShift } from "@/server/services/fleet/change-shift";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { onDrivenRoute } from "@/server/services/position/on-driven-route";
import { recordPositions } from "@/server/services/position/record-positions";
import { dress, idOf } from "../ids";
import { said } from "../map/door";
import { occurredAt, toFix } from "../map/driver-act";
import {
  locationAnswerSchema,
  locationRequestSchema,
  pingsOf,
  shiftRequestSchema,
  shiftSchema,
  type WirePing,
} from "../wire/driver-api";

const TAG = "Driver app";

const shift = (to: "in" | "out", summary: string) =>
  driverEndpoint({
    method: "post",
    path: `/driver-api/check-${to}`,
    id: to === "in" ? "checkIn" : "checkOut",
    tag: TAG,
    summary,
    body: shiftRequestSchema.optional(),
    answers: { 200: { description: "The shift.", schema: shiftSchema } },
    refusals: [400, 404, 409, 413, 415, 422],
    run: async ({ services, body = {} }) => {
      const { assignment_id, location } = body;
      const routeId = assignment_id === undefined ? undefined : idOf("assignment", assignment_id);
      const changed = await changeShift(services, { to, at: occurredAt(body), routeId });
      if (location) await record(services, [{ location }]);
      const answer = {
        driver_id: dress("driver", changed.driverId),
        status: changed.availability,
        checked_in_at: said(changed.checkedInAt),
        checked_out_at: changed.checkedOutAt && said(changed.checkedOutAt),
      };
      return { status: 200, body: answer };
    },
  });

export const checkIn = shift("in", "The driver begins his shift");
export const checkOut = shift("out", "The driver ends his shift");

export const reportLocation = driverEndpoint({
  method: "post",
  path: "/driver-api/location",
  id: "reportLocation",
  tag: TAG,
  summary: "Where the driver is, or has been",
  description: "Sent late, a location is kept for its own time: where he was last is moved by newer ones only.",
  body: locationRequestSchema,
  answers: {
    200: { description: "How many are kept, and which are not, by their place.", schema: locationAnswerSchema },
  },
  refusals: [400, 403, 413, 415, 422],
  run: async ({ services, body }) => {
    const pings = pingsOf(body);
    refuseOthers(services, pings);
    return { status: 200, body: await record(services, pings) };
  },
});

/** Keeps where a driver was, each ping judged by itself. */
async function record(services: ServiceContext, pings: readonly WirePing[]) {
  const now = services.ports.clock.now();
  const fixes = pings.map((ping) => toFix(ping, now));
  const { stored, refused } = await recordPositions(await onDrivenRoute(services), { fixes });
  return { accepted: stored, refused: refused.map(({ index, reason }) => ({ index, reason })) };
}

/** A driver's token speaks for him alone. */
function refuseOthers({ actor }: ServiceContext, pings: readonly WirePing[]): void {
  const own = dress("driver", actor.id!);
  if (pings.every(({ driver_id = own }) => driver_id === own)) return;
  throw new ServiceError("forbidden", "This token is another driver's.", {
    reason: "permission",
    permission: "run.write",
  });
}
