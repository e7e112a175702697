import "server-only";
import { z } from "zod";
import { listMissingContacts as selectMissing } from "@/db/queries/cutoff/list-checks";
import { query } from "../kernel/query";
import { dayOfPlan } from "./day-of-plan";

/** The day's doors with neither phone nor e-mail, a page at a time. */
export const listMissingContacts = query({
  permission: "order.read",
  input: z.object({ planId: z.uuid(), cursor: z.uuid().nullish(), limit: z.int().min(1).max(200).default(50) }),
  run: async ({ tx, actor }, { planId, cursor, limit }) => {
    const day = await dayOfPlan(tx, actor.organizationId, planId);
    const page = await selectMissing(tx, day, cursor ?? undefined, limit + 1);
    const rows = page.slice(0, limit);
    return { rows, nextCursor: page.length > limit ? (rows.at(-1)?.visitId ?? null) : null };
  },
});
