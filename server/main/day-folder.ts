import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** A day's files as found in a folder; only orders and fleet must be there. */
export interface DayFolder {
  readonly name: string;
  readonly ordersFile: string;
  readonly fleetFile: string;
  readonly addressesFile?: string;
  readonly roadsFile?: string;
  readonly basemapFile?: string;
}

const isFaultyOnPurpose = (name: string): boolean => /faulty/i.test(name);

/**
 * Finds a day's files. Of several order files `ordersName` is taken, else `orders.csv`, else the largest (one named
 * faulty only if there is no other). Throws an Error with a sentence for people.
 */
export function findDayFolder(folder: string, ordersName?: string): DayFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  const fleetFile = path.join(folder, "fleet.csv");
  if (!existsSync(fleetFile)) throw new Error(`${folder} has no fleet.csv.`);
  const optional = (name: string) => {
    const file = path.join(folder, name);
    return existsSync(file) ? file : undefined;
  };
  return {
    name: path.basename(path.resolve(folder)),
    ordersFile: path.join(folder, chooseOrders(folder, ordersName)),
    fleetFile,
    addressesFile: optional("addresses.csv"),
    roadsFile: optional("roads.osm.pbf"),
    basemapFile: optional("basemap.pmtiles"),
  };
}

function chooseOrders(folder: string, ordersName: string | undefined): string {
  const names = readdirSync(folder).filter((name) => /^orders.*\.csv$/i.test(name));
  if (ordersName) {
    if (!existsSync(path.join(folder, ordersName)))
      throw new Error(`${folder} has no ${ordersName}; it has ${names.join(", ") || "no orders*.csv"}.`);
    return ordersName;
  }
  const size = (name: string) => (isFaultyOnPurpose(name) ? 0 : statSync(path.join(folder, name)).size);
  const largest = names.sort((a, b) => size(b) - size(a))[0];
  if (!largest) throw new Error(`${folder} has no orders*.csv.`);
  return names.includes("orders.csv") ? "orders.csv" : largest;
}
