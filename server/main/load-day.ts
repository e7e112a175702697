import { readFile } from "node:fs/promises";
import path from "node:path";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { checkImport } from "@/server/jobs/handlers/check-import";
import { geocodeLocations } from "@/server/jobs/handlers/geocode-locations";
import { runImportJob } from "@/server/jobs/handlers/run-import";
import { importFleet } from "@/server/services/fleet/import-fleet";
import { getImport } from "@/server/services/intake/get-import";
import { receiveOrderFile } from "@/server/services/intake/receive-order-file";
import { runImport } from "@/server/services/intake/run-import";
import { setImportMapping } from "@/server/services/intake/set-import-mapping";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { importAddressBook } from "@/server/services/location/import-address-book";
import { listDoubtfulLocations } from "@/server/services/location/list-doubtful-locations";
import { createProject } from "@/server/services/project/create-project";
import type { DayFolder } from "./day-folder";

export interface LoadedDay {
  readonly projectId: string;
  readonly date: string;
  readonly imported: number;
  readonly faulty: number;
  readonly inDoubt: number;
  readonly drivers: number;
}

const CURRENCY_OF_COUNTRY: Readonly<Record<string, string>> = {
  DK: "DKK",
  LI: "CHF",
  CH: "CHF",
  GB: "GBP",
  US: "USD",
  SE: "SEK",
  NO: "NOK",
};

/**
 * Loads a day's files as a person would, through the same use cases: project (unless it goes into one that is there),
 * fleet, address book, orders, positions.
 */
export async function loadDay(
  services: ServiceContext,
  day: DayFolder,
  options: { date?: string; zone?: string; projectId?: string; say: (line: string) => void },
): Promise<LoadedDay> {
  const orders = await readFile(day.ordersFile);
  const country = countryOf(orders.toString("utf8"));
  const timeZone = options.zone ?? zoneOf(country);
  const date = options.date ?? localDateAt(services.ports.clock.now(), timeZone);
  const currency = CURRENCY_OF_COUNTRY[country] ?? "EUR";
  const project = { name: titleCase(day.name), timeZone, defaultCountry: country, currency };
  const projectId = options.projectId ?? (await createProject(services, project)).id;
  // The address book first: depots that come without a name are called after their street.
  if (day.addressesFile) {
    const bytes = await readFile(day.addressesFile);
    const book = await importAddressBook(services, { fileName: path.basename(day.addressesFile), bytes });
    options.say(`Address book: ${book.doors.toLocaleString("en")} doors.`);
  }
  const fleet = await importFleet(services, { projectId, fileName: "fleet.csv", bytes: await readFile(day.fleetFile) });
  const driverCount = fleet.drivers.created + fleet.drivers.updated + fleet.drivers.unchanged;
  options.say(`Fleet: ${driverCount} drivers with their vehicles.`);
  const counts = await importOrders(services, projectId, date, path.basename(day.ordersFile), orders);
  options.say(`Orders for ${date}: ${counts.imported.toLocaleString("en")} imported, ${counts.faulty} at fault.`);
  await geocodeLocations(services, envelopeOf(services), new AbortController().signal);
  const { addresses: inDoubt } = await listDoubtfulLocations(services, { projectId, limit: 1 });
  options.say(`Addresses looked up; ${inDoubt} in doubt.`);
  return { projectId, date, ...counts, inDoubt, drivers: driverCount };
}

async function importOrders(
  services: ServiceContext,
  projectId: string,
  date: string,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
) {
  const signal = new AbortController().signal;
  const { importId: id } = await receiveOrderFile(services, { projectId, fileName, bytes });
  const { settings } = await getImport(services, { id });
  await setImportMapping(services, { id, settings: { ...settings, serviceDate: date } });
  await checkImport(services, { ...envelopeOf(services), importId: id }, signal);
  await runImport(services, { id });
  await runImportJob(services, { ...envelopeOf(services), importId: id }, signal);
  const { counts } = await getImport(services, { id });
  return { imported: counts.imported, faulty: counts.invalid };
}

const envelopeOf = (services: ServiceContext) => ({
  organizationId: services.actor.organizationId,
  correlationId: services.correlationId,
});

/** The country most order lines name, in a column of two capital letters; Spain where none does. */
function countryOf(csv: string): string {
  const counts = new Map<string, number>();
  for (const [, code] of csv.matchAll(/,([A-Z]{2})(?=,|\r?\n)/g)) counts.set(code!, (counts.get(code!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "ES";
}

/** Where most people of a country with several zones live. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  AR: "America/Argentina/Buenos_Aires",
  AU: "Australia/Sydney",
  BR: "America/Sao_Paulo",
  CA: "America/Toronto",
  CD: "Africa/Kinshasa",
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  CY: "Asia/Nicosia",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  ID: "Asia/Jakarta",
  KZ: "Asia/Almaty",
  MN: "Asia/Ulaanbaatar",
  MX: "America/Mexico_City",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PT: "Europe/Lisbon",
  RU: "Europe/Moscow",
  UA: "Europe/Kyiv",
  US: "America/New_York",
  UZ: "Asia/Tashkent",
};

/** The zone most of a country lives in; else its only one, by the platform's own tables. `--zone` says better. */
function zoneOf(country: string): string {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { timeZones?: string[]; getTimeZones?(): string[] };
  return MAIN_ZONES[country] ?? (locale.getTimeZones?.() ?? locale.timeZones)?.[0] ?? "UTC";
}

const titleCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-_]+/g, " ");
