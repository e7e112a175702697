import { z } from "zod";
import { DRIVER_STATUSES } from "./driver";
import { queryBoolean, timestampSchema } from "./proto";

const limit = z.coerce
  .number()
  .pipe(z.int().min(0).max(200))
  .optional()
  .describe("20 unless told otherwise, 200 at most.");
const cursor = z.string().max(4000).optional().describe("Of the page before; sent alone.");
const instant = z.union([z.literal(""), timestampSchema]).optional();
const sortKey = z.enum(["UNKNOWN", "CREATED_AT", "UPDATED_AT"]).optional();

/** Every argument may be spelt with its prefix or without. */
export const pageQuerySchema = z.object({ "query.limit": limit, limit, cursor });

export const routeQuerySchema = pageQuerySchema.extend({
  "query.sortKey": sortKey,
  sortKey,
  "query.timestampStart": instant,
  timestampStart: instant,
  "query.timestampEnd": instant,
  timestampEnd: instant,
  "query.includeArchived": queryBoolean.optional(),
  includeArchived: queryBoolean.optional(),
});

const statuses = z.array(z.enum(["UNKNOWN", ...DRIVER_STATUSES])).optional();
export const driverQuerySchema = pageQuerySchema.extend({ "query.status": statuses, status: statuses });
