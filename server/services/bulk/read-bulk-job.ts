import "server-only";
import { z } from "zod";
import { findBulkJob, listBulkErrors } from "@/db/queries/api/bulk-jobs";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

const MOST_ERRORS = 1000;

/** How far a job is, and the first thousand lines it could not take in. */
export const readBulkJob = query({
  permission: "order.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const job = found(await findBulkJob(tx, actor.organizationId, id), "job");
    return { ...job, errors: await listBulkErrors(tx, actor.organizationId, id, MOST_ERRORS) };
  },
});
