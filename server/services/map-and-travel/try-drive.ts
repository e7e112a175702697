import "server-only";
import { z } from "zod";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { query } from "../kernel/query";
import { findDoor } from "./find-door";
import { addressLine, countryCode } from "./try-address";

/** How far a van, or another vehicle, drives between two addresses, and whose roads say so; null where one of them is not found. */
export const tryDrive = query({
  permission: "settings.write",
  input: z.object({
    from: addressLine,
    to: addressLine,
    country: countryCode,
    profile: z.enum(TRAVEL_PROFILES).default("van"),
  }),
  prepare: async ({ actor, ports }, { from, to, country, profile }) => {
    const doors = await Promise.all([from, to].map((line) => findDoor(ports, actor.organizationId, line, country)));
    const [start, end] = doors.map(({ position }) => position);
    if (!start || !end) return { doors, drive: null };
    let engine: string | null = null;
    const begun = performance.now();
    const onEngine = (name: string) => {
      engine = name;
    };
    const [leg] = await ports.travel.legs([start, end], profile, { onEngine });
    const milliseconds = Math.round(performance.now() - begun);
    const { distanceMeters, durationSeconds, source } = leg!;
    return { doors, drive: { distanceMeters, durationSeconds, source, engine: engine as string | null, milliseconds } };
  },
  run: async ({ prepared }) => prepared,
});
