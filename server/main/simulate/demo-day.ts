import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Papa from "papaparse";
import { localDateAt } from "@/server/domain/time/zoned-time";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { listDeliveries } from "@/server/services/order/list-deliveries";
import { listProjects } from "@/server/services/project/list-projects";
import { type DayFolder, findDayFolder } from "../day-folder";
import { offerDemoSlots } from "../demo-slots";
import { loadDay } from "../load-day";
import { DeskClient } from "./desk-client";
import { followDemoDay, rateDemoDay } from "./follow-demo-day";
import { simulateDay } from "./simulate-day";

/** After "Sample day" in every list: the demo opens on the day that is still to be planned. */
const FOLDER = "vans-on-the-road";
const PROJECT = "Vans on the road";
const SAMPLE_ZONE = "Europe/Madrid";
const VANS = 8;
const ORDERS = 160;
const BEGUN_HOURS = 2;
const SPEED = 40;
/** A demo left open over night does not drive for ever. */
const MINUTES = 180;
const SEED = 7;

export interface DemoDayOptions {
  readonly services: ServiceContext;
  readonly sample: DayFolder;
  readonly baseUrl: string;
  readonly dispatcher: { readonly email: string; readonly password: string };
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Some vans of the sample on the road, for the live mode to show: a project of its own whose day began two hours ago, at
 * whatever hour the demo is opened, driven through the drivers' API. A later start on the same day drives on, one on
 * another day begins that day. Ends with the day, or after three hours.
 */
export async function driveDemoDay({
  services,
  sample,
  baseUrl,
  dispatcher,
  say,
  signal,
}: DemoDayOptions): Promise<void> {
  const project = (await listProjects(services, {})).find(({ name }) => name === PROJECT);
  const date = localDateAt(services.ports.clock.now(), project?.timeZone ?? SAMPLE_ZONE);
  const isBegun = project !== undefined && (await hasOrders(services, project.id, date));
  const projectId = isBegun ? project.id : await loadShare(services, sample, date, project?.id);
  signal.throwIfAborted();
  const desk = await DeskClient.signIn(baseUrl, dispatcher.email, dispatcher.password);
  say(`Vans are on the road: ${baseUrl}/plan/${date}?project=${projectId}&mode=live`);
  // Whoever looks on stops looking when nobody drives any more.
  const over = new AbortController();
  const followed = { services, projectId, date, signal: AbortSignal.any([signal, over.signal]) };
  followDemoDay(followed)
    .then((link) => say(`What the customer of one of them sees: ${link}`))
    .catch(() => {});
  rateDemoDay(followed).catch(() => {});
  const day = { projectId, date, begunHours: BEGUN_HOURS, speed: SPEED, drivers: VANS, seed: SEED };
  const driving = { ...day, fixEverySeconds: 5, minutes: MINUTES, drivesOn: isBegun, say: () => {}, signal };
  await simulateDay(desk, driving).finally(() => over.abort());
}

async function hasOrders(services: ServiceContext, projectId: string, date: string): Promise<boolean> {
  return (await listDeliveries(services, { filter: { projectId, date }, limit: 1 })).rows.length > 0;
}

/** Loads some of the sample's vans and orders; without windows, which are of other hours. */
async function loadShare(
  services: ServiceContext,
  sample: DayFolder,
  date: string,
  projectId?: string,
): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), "dray-demo-"));
  try {
    const folder = path.join(parent, FOLDER);
    await mkdir(folder);
    await copyRows(sample.fleetFile, path.join(folder, "fleet.csv"), VANS, (row, number) => ({
      ...row,
      external_id: `ROAD-${number}`,
      driver_email: `road${number}@example.com`,
      max_stops: String(Math.ceil((ORDERS / VANS) * 1.1)),
      skills: "",
    }));
    await copyRows(sample.ordersFile, path.join(folder, "orders.csv"), ORDERS, (row, number) => ({
      ...row,
      external_id: `ROAD-${date}-${number}`,
      time_windows: "",
      skills: "",
    }));
    const options = { date, zone: SAMPLE_ZONE, say: () => {}, ...(projectId !== undefined && { projectId }) };
    const loaded = await loadDay(services, findDayFolder(folder), options);
    if (projectId === undefined) await offerDemoSlots(services, loaded.projectId);
    return loaded.projectId;
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

type Row = Readonly<Record<string, string>>;

async function copyRows(from: string, to: string, count: number, change: (row: Row, number: number) => Row) {
  const { data } = Papa.parse<Row>(await readFile(from, "utf8"), { header: true, skipEmptyLines: true });
  await writeFile(to, Papa.unparse(data.slice(0, count).map((row, index) => change(row, index + 1))));
}
