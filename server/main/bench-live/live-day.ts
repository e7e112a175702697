import path from "node:path";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { dispatchRoutes } from "@/server/services/plan/dispatch-routes";
import { moveStops } from "@/server/services/plan/move-stops";
import { openPlan } from "@/server/services/plan/open-plan";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { writeStrewnDay } from "../bench-board/strewn-day";
import type { Core } from "../boot-core";
import { findDayFolder } from "../day-folder";
import { createDemoOrganization } from "../demo-accounts";
import { loadDay } from "../load-day";

const VANS = 40;
/** The stops of the first route; the others have one each. */
const LONG_ROUTE = 126;
const HOUR = 3600;

/** A day that has been sent out, ready to be driven. */
export interface LiveDay {
  readonly planId: string;
  readonly midnightEpochMs: number;
  /** The long route's. */
  readonly routeId: string;
  readonly services: ServiceContext;
  readonly links: readonly string[];
  /** The long route's visits in order; its driver has the first link. */
  readonly visitIds: readonly string[];
  readonly email: string;
  readonly password: string;
}

/** Lays out a made-up day of 40 vans through the services that people's desks use, and sends it. */
export async function prepareLiveDay(core: Core, say: (line: string) => void): Promise<LiveDay> {
  const organization = await createDemoOrganization(core);
  const services = core.contextOf(organization.owner);
  const folder = path.join(core.env.dataDir, "strewn");
  await writeStrewnDay(folder, LONG_ROUTE + VANS - 1, VANS);
  const tomorrow = new Date(services.ports.clock.now().getTime() + 24 * HOUR * 1000);
  const { projectId, date } = await loadDay(services, findDayFolder(folder), {
    date: localDateAt(tomorrow, "UTC"),
    say,
  });
  const { planId } = await openPlan(services, { projectId, date });
  const drivers = (await listDrivers(services, { projectId })).slice(0, VANS);
  const shift = { shiftFromSeconds: 6 * HOUR, shiftToSeconds: 22 * HOUR };
  await chooseDrivers(services, { planId, drivers: drivers.map(({ id }) => ({ driverId: id, ...shift })) });
  const empty = await readPlanBoard(services, { planId });
  const visits = [...empty.visits.keys()];
  const shares = [visits.slice(0, LONG_ROUTE), ...visits.slice(LONG_ROUTE).map((id) => [id])];
  for (const [index, visitIds] of shares.entries()) {
    const to = { kind: "position", routeId: empty.routes[index]!.id, afterVisitId: null } as const;
    await moveStops(services, { planId, mutationId: `share-${index}-${planId}`, visitIds, to });
  }
  const board = await readPlanBoard(services, { planId });
  const routes = board.routes.map(({ id, version }) => ({ routeId: id, version }));
  await dispatchRoutes(services, { planId, mutationId: `send-${planId}`, routes });
  const messages = await core.database.raw<{ recipient: string; body: string }[]>`
    select recipient, body from outbox_message where body like '%/run/%'`;
  const links = board.routes.flatMap(({ driver }) => {
    const message = messages.find(({ recipient }) => recipient === driver.email);
    return /\/run\/([\w-]{43})/.exec(message?.body ?? "")?.[1] ?? [];
  });
  const { email, password } = organization.users.find(({ role }) => role === "dispatcher")!;
  const { id: routeId, stops } = board.routes[0]!;
  const { midnightEpochMs } = board.plan;
  const visitIds = stops.map(({ visitId }) => visitId);
  return { planId, midnightEpochMs, routeId, services, links, visitIds, email, password };
}
