import "server-only";
import { z } from "zod";
import { listRouteActs } from "@/db/queries/execution/driver-ops";
import { query } from "../kernel/query";

/** What has been said of a route: by its driver's device or the desk, when, and when it was heard. A foreign route has none. */
export const listActs = query({
  permission: "plan.read",
  input: z.object({ routeId: z.uuid() }),
  run: ({ tx, actor }, { routeId }) => listRouteActs(tx, actor.organizationId, routeId),
});
