import { importedBananas } from "./examples";
import type { plannedShop } from "./shop";

export type Planned = Awaited<ReturnType<typeof plannedShop>>;

/** A place so many steps from the middle of town. */
export const at = (x: number, y: number) => ({ latitude: 55.67 + y * 0.001, longitude: 12.55 + x * 0.001 });

/** The document's stop at such a place. */
export const stopAt = (x: number, y: number, more: object = {}) => ({
  ...importedBananas,
  coordinates: at(x, y),
  ...more,
});

export async function importAll(mine: Planned, ...stops: object[]): Promise<{ id: string }[]> {
  return (await mine.ask("POST", "/stops/imports", { body: stops })).body.stops;
}

/** Puts imported stops behind a route's last. */
export const add = (mine: Planned, route: string, ...names: string[]) =>
  mine.ask("POST", `/routes/${route}/stops`, { body: names.map((importedStopId) => ({ importedStopId })) });
