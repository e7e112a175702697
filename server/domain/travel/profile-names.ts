import { z } from "zod";
import { TRAVEL_PROFILES, type TravelProfile } from "./travel-profile";

/** What a road server calls each kind of vehicle; of kinds not named it is not asked. */
export type ProfileNames = Readonly<Partial<Record<TravelProfile, string>>>;

/** A name goes into an address, between two slashes. */
const profileName = z
  .string()
  .regex(/^[\w-]+$/)
  .max(60);

/** At least one kind: of a server that is asked about none nothing is known. */
export const profileNamesSchema = z
  .partialRecord(z.enum(TRAVEL_PROFILES), profileName)
  .refine((names) => Object.keys(names).length > 0, "no kind of vehicle is named");

/** What OSRM servers are usually built with. */
export const USUAL_PROFILE_NAMES: ProfileNames = { car: "driving", van: "driving", truck: "driving" };

export interface NamedProfile {
  readonly name: string;
  /** Kinds of vehicles that drive by it. */
  readonly profiles: readonly TravelProfile[];
}

/** The names a server is asked by, each once, with who drives by it. */
export function namedProfiles(names: ProfileNames): NamedProfile[] {
  const byName = new Map<string, TravelProfile[]>();
  for (const profile of TRAVEL_PROFILES) {
    const name = names[profile];
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), profile]);
  }
  return [...byName].map(([name, profiles]) => ({ name, profiles }));
}

/** Names as settings write them (`car=driving,bike=cycling`): another text whenever a server would be asked otherwise. */
export function profileNamesText(names: ProfileNames): string {
  return TRAVEL_PROFILES.flatMap((profile) =>
    names[profile] === undefined ? [] : [`${profile}=${names[profile]}`],
  ).join(",");
}
