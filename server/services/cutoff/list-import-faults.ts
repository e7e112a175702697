import "server-only";
import { z } from "zod";
import { listFaultyRows, listOpenImports } from "@/db/queries/cutoff/list-checks";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";
import { dayOfPlan } from "./day-of-plan";

const cursorSchema = z
  .string()
  .max(60)
  .regex(/^[0-9a-f-]{36} \d{1,9}$/);

/** What keeps files out of the day: the files that are not through (first page only), and their faulty rows by line. */
export const listImportFaults = query({
  permission: "order.read",
  input: z.object({
    planId: z.uuid(),
    cursor: z.string().max(60).nullish(),
    limit: z.int().min(1).max(200).default(50),
  }),
  run: async ({ tx, actor }, { planId, cursor, limit }) => {
    if (cursor && !cursorSchema.safeParse(cursor).success) {
      throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
    }
    const day = await dayOfPlan(tx, actor.organizationId, planId);
    const [importId, rowNumber] = cursor?.split(" ") ?? [];
    const after = importId && rowNumber ? { importId, rowNumber: Number(rowNumber) } : undefined;
    const page = await listFaultyRows(tx, day, after, limit + 1);
    const rows = page.slice(0, limit);
    const last = rows.at(-1);
    return {
      imports: after ? [] : await listOpenImports(tx, day),
      rows,
      nextCursor: page.length > limit && last ? `${last.importId} ${last.rowNumber}` : null,
    };
  },
});
