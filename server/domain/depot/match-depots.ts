import { distanceMeters, type LatLng } from "@/server/domain/geo";

/** Two spots nearer than this are one depot's yard. */
export const SAME_DEPOT_METERS = 50;

export interface KnownDepot {
  readonly id: string;
  readonly name: string;
  readonly position: LatLng | null;
}

export interface WantedDepot {
  readonly name: string;
  readonly position?: LatLng;
}

export interface DepotMatch {
  /** A known depot's id, or the index of a new one. */
  readonly depot: { readonly id: string } | { readonly newIndex: number } | null;
}

/**
 * Which depot each row means: one within 50 m, known or earlier in the list, else one of that name; a position without
 * either is a new depot, a mere unknown name is none.
 */
export function matchDepots(wanted: readonly WantedDepot[], known: readonly KnownDepot[]) {
  const made: { name: string; position: LatLng }[] = [];
  const matches = wanted.map(({ name, position }): DepotMatch["depot"] => {
    const byName = name === "" ? undefined : known.find((depot) => depot.name.toLowerCase() === name.toLowerCase());
    if (!position) return byName ? { id: byName.id } : newNamed(made, name);
    const isHere = (at: LatLng | null) => at !== null && distanceMeters(at, position) <= SAME_DEPOT_METERS;
    const here = known.find((depot) => isHere(depot.position));
    if (here) return { id: here.id };
    const index = made.findIndex((depot) => isHere(depot.position));
    if (index >= 0) return { newIndex: index };
    made.push({ name, position });
    return { newIndex: made.length - 1 };
  });
  return { matches, made };
}

function newNamed(made: readonly { name: string }[], name: string): DepotMatch["depot"] {
  const index = name === "" ? -1 : made.findIndex((depot) => depot.name.toLowerCase() === name.toLowerCase());
  return index < 0 ? null : { newIndex: index };
}
