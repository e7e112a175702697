import "server-only";
import type { Dialect } from "@/server/api/kernel/dialect";
import { easyroutes } from "./easyroutes/easyroutes";
import { lastmile } from "./lastmile/lastmile";
import { optimoroute } from "./optimoroute/optimoroute";
import { routal } from "./routal/routal";
import { routemate } from "./routemate/routemate";

/** All dialects this server speaks: what is not in this list is not served. */
export const DIALECTS: readonly Dialect[] = [
  // One a line.
  lastmile,
  optimoroute,
  routal,
  routemate,
  easyroutes,
];
