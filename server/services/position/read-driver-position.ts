import "server-only";
import { z } from "zod";
import { findLastPosition } from "@/db/queries/position/find-last-position";
import { query } from "../kernel/query";
import { noSuch } from "../kernel/service-error";

/** Where a driver was last, and when; null while he has not been seen. */
export const readDriverPosition = query({
  permission: "plan.read",
  input: z.object({ driverId: z.uuid() }),
  run: async ({ tx, actor }, { driverId }) => {
    const position = await findLastPosition(tx, actor.organizationId, driverId);
    if (position === undefined) throw noSuch("driver");
    return position;
  },
});
