import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { resolveDrivers } from "@/server/services/fleet/resolve-drivers";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { type PlanningStart, planDays } from "@/server/services/plan/plan-days";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { datesOf, planningFault, toWay } from "../map/planning";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import {
  type StartPlanningAnswer,
  type StartPlanningRequest,
  startPlanningAnswerSchema,
  startPlanningRequestSchema,
} from "../wire/planning";
import { findOrders, type RawRef } from "./find-orders";

/** Starts planning a day, or several. */
export const startPlanning = endpoint({
  method: "post",
  path: "/start_planning",
  id: "startPlanning",
  tag: "Planning",
  summary: "Plan the orders of a day, or of several",
  description: "What is found becomes the day's routes; get_planning_status says how far it is.",
  scope: "plans:write",
  takesAnyMediaType: true,
  body: startPlanningRequestSchema,
  answers: said(startPlanningAnswerSchema, "Started, or why not."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => ({ status: 200, body: await start(services, body) }),
});

async function start(services: ServiceContext, request: StartPlanningRequest): Promise<StartPlanningAnswer> {
  const dates = datesOf(request);
  if (typeof dates === "string") return planningFault(dates);
  const drivers = await driversOf(services, request);
  if ("answer" in drivers) return drivers.answer;
  const orders = await ordersOf(services, request);
  if ("answer" in orders) return orders.answer;
  const { id: projectId } = await readHomeProject(services, {});
  const deliveryIds = orders.names && [...orders.names.keys()];
  const way = toWay(request);
  const started = await planDays(services, { projectId, dates, driverIds: drivers.ids, deliveryIds, ...way });
  return answerOf(started, orders.names);
}

function answerOf(start: PlanningStart, names: ReadonlyMap<string, string> | null): StartPlanningAnswer {
  const named = (ids: readonly string[]) => ids.map((id) => names?.get(id) ?? id);
  switch (start.kind) {
    case "started":
      return { success: true, planningId: start.number };
    case "running":
      return { ...planningFault("ERR_OPT_RUNNING_FOR_DATE"), planningId: start.number };
    case "nothing-to-plan":
      return planningFault("ERR_OPT_NO_REQUESTS");
    case "nobody-drives":
      return planningFault("ERR_OPT_NO_RESOURCES");
    case "not-of-these-days":
      return { ...planningFault("ERR_ORD_NOT_FOUND"), missingOrders: named(start.deliveryIds) };
    case "unlocated":
      return { ...planningFault("ERR_ORD_WITH_INVALID_LOC"), ordersWithInvalidLocation: named(start.deliveryIds) };
  }
}

type Drivers = { readonly ids: readonly string[] | null } | { readonly answer: StartPlanningAnswer };

async function driversOf(services: ServiceContext, { useDrivers }: StartPlanningRequest): Promise<Drivers> {
  if (useDrivers.length === 0) return { ids: null };
  const names = useDrivers.map(({ driverExternalId: externalId, driverSerial: serial }) => ({ externalId, serial }));
  const matches = await resolveDrivers(services, { names });
  const missingDrivers = useDrivers.filter((_, index) => matches[index]!.kind === "none");
  if (missingDrivers.length > 0) return { answer: { ...planningFault("ERR_DRIVER_NOT_FOUND"), missingDrivers } };
  const ids = matches.flatMap((match) => (match.kind === "one" ? [match.driver.id] : []));
  return ids.length < matches.length ? { answer: planningFault("ERR_MULTIPLE_DRV") } : { ids: [...new Set(ids)] };
}

/** Deliveries by id, with the names they were asked by; null: all. */
type Orders = { readonly names: ReadonlyMap<string, string> | null } | { readonly answer: StartPlanningAnswer };

async function ordersOf(services: ServiceContext, request: StartPlanningRequest): Promise<Orders> {
  const refs: RawRef[] = [...request.useOrders.map((orderNo) => ({ orderNo })), ...request.useOrderObjects];
  if (refs.length === 0) return { names: null };
  const matches = await findOrders(services, refs);
  const missingOrders = refs.filter((_, index) => matches[index]!.kind === "fault").map(nameOf);
  if (missingOrders.length > 0) return { answer: { ...planningFault("ERR_ORD_NOT_FOUND"), missingOrders } };
  if (matches.some(({ kind }) => kind === "many")) return { answer: planningFault("ERR_MULTIPLE_ORD_FOUND") };
  const names = matches.flatMap((match, index) =>
    match.kind === "one" ? [[match.door.record.delivery.id, nameOf(refs[index]!)] as const] : [],
  );
  return { names: new Map(names) };
}

function nameOf({ orderNo, id }: RawRef): string {
  return String(orderNo ?? id ?? "");
}
