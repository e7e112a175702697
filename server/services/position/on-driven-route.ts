import "server-only";
import { z } from "zod";
import { findDrivenRoute } from "@/db/queries/fleet/driver-pages";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";

const readDrivenRoute = query({
  permission: "run.read",
  input: z.object({}),
  run: ({ tx, actor }) => findDrivenRoute(tx, actor.organizationId, found(actor.id, "driver")),
});

/** The driver on the route he is out on, so that where he is shows on it; off every route he is seen all the same. */
export async function onDrivenRoute(services: ServiceContext): Promise<ServiceContext> {
  const routeId = services.actor.routeId ?? (await readDrivenRoute(services, {}));
  return routeId === null ? services : { ...services, actor: { ...services.actor, routeId } };
}
