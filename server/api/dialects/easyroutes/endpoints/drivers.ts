import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { listDriverPage } from "@/server/services/fleet/list-driver-page";
import { readDriver } from "@/server/services/fleet/read-driver";
import { idOf } from "../ids";
import { sealCursor } from "../map/cursor";
import { fromDriver, toDriverStatuses } from "../map/driver";
import { driverPageSchema, driverSchema } from "../wire/driver";
import { driverQuerySchema } from "../wire/page";
import { argumentsOf, limitOf, limitSchema } from "./page-arguments";

const TAG = "Drivers";
const argsSchema = z.object({
  limit: limitSchema,
  statuses: z.array(z.enum(["active", "inactive", "archived"])).optional(),
});

export const listDrivers = endpoint({
  method: "get",
  path: "/drivers",
  id: "ListDrivers",
  tag: TAG,
  summary: "Drivers, of all statuses unless some are named",
  description: "`query.status` (or `status`) may come several times. Later pages are asked for with `cursor` alone.",
  scope: "fleet:read",
  query: driverQuerySchema,
  listParams: ["query.status", "status"],
  answers: { 200: { description: "A page.", schema: driverPageSchema } },
  refusals: [400],
  run: async ({ services, query }) => {
    const wanted = toDriverStatuses([...(query["query.status"] ?? []), ...(query.status ?? [])]);
    const first = { limit: limitOf(query), ...(wanted && { statuses: wanted }) };
    const { args, next } = argumentsOf(argsSchema, query.cursor, first);
    const { limit, statuses } = args;
    const { rows, nextCursor } = await listDriverPage(services, { wanted: { statuses }, limit, cursor: next });
    const drivers = rows.map(({ driver }) => fromDriver(driver));
    return { status: 200, body: { drivers, ...sealCursor(args, nextCursor) } };
  },
});

export const getDriver = endpoint({
  method: "get",
  path: "/drivers/{id}",
  id: "GetDriver",
  tag: TAG,
  summary: "A driver",
  scope: "fleet:read",
  params: z.object({ id: z.string().max(200) }),
  answers: { 200: { description: "The driver.", schema: driverSchema } },
  refusals: [404],
  run: async ({ services, params: { id } }) => {
    const { driver } = await readDriver(services, { id: idOf("driver", id) });
    return { status: 200, body: fromDriver(driver) };
  },
});
