import "server-only";
import { z } from "zod";
import { findRouteDriver } from "@/db/queries/sandbox/route-drivers";
import { DRIVER_PERMISSIONS } from "@/server/domain/access/permissions";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { refuseReal } from "./refuse-real";

const findDriver = query({
  permission: "plan.dispatch",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { routeId }) => {
    await refuseReal(tx, organizationId, "plan.dispatch");
    return found(await findRouteDriver(tx, organizationId, routeId), "assignment");
  },
});

/** The way in of the driver of a sandbox's route: what he does goes through what every driver's acts go through. */
export async function asDriver(context: ServiceContext, { routeId }: { routeId: string }): Promise<ServiceContext> {
  const { id, name } = await findDriver(context, { routeId });
  const { organizationId } = context.actor;
  const permissions = new Set(DRIVER_PERMISSIONS);
  return { ...context, actor: { kind: "driver", id, label: name, organizationId, permissions, routeId } };
}
