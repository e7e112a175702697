import "server-only";
import { z } from "zod";
import { type TravelSource, travelSourceSchema } from "@/server/domain/own-source/own-source";
import type { Trial, TriedDrive } from "@/server/ports/source-trials";
import type { PrepareScope } from "../kernel/command";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";
import { findDoor } from "../map-and-travel/find-door";
import { addressLine, countryCode } from "../map-and-travel/try-address";
import { keyFor, keySchema } from "./source-wish";

export const travelTrial = z.object({ from: addressLine, to: addressLine, country: countryCode });

/** How far a travel engine that is not chosen yet says it is between two addresses. Nothing is kept. */
export const tryTravel = query({
  permission: "settings.write",
  input: z.object({ source: travelSourceSchema, key: keySchema, trial: travelTrial }),
  prepare: async (scope, { source, key, trial }) =>
    askTravel(scope, source, await keyFor(scope, "travel", { source, key }), trial),
  run: async ({ prepared }) => prepared,
});

/** Refused where one of the addresses is not found: that says nothing of the engine. */
export async function askTravel(
  { actor, ports }: Pick<PrepareScope, "actor" | "ports">,
  source: TravelSource,
  key: string | null,
  { from, to, country }: z.infer<typeof travelTrial>,
): Promise<Trial<readonly TriedDrive[]>> {
  const doors = await Promise.all([from, to].map((line) => findDoor(ports, actor.organizationId, line, country)));
  const [start, end] = doors.map(({ position }) => position);
  if (!start || !end) {
    throw new ServiceError("refused", "An address it is tried with is not found.", { reason: "trial-address-unknown" });
  }
  return ports.sourceTrials.travel(source, key, [start, end]);
}
