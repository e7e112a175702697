import type { readAssignmentJob } from "@/server/services/assignment/read-assignment-job";
import type { RouteView } from "@/server/services/assignment/route-view";
import { dress } from "../ids";
import type { JobAnswer } from "../wire/job";
import { fromAssignment, fromLeftOut } from "./assignment";
import { said } from "./door";

type Job = NonNullable<Awaited<ReturnType<typeof readAssignmentJob>>>;

/** An assignment job with the routes it has come to. */
export function fromAssignmentJob(job: Job, routes: readonly RouteView[]): JobAnswer {
  const id = dress("job", job.id);
  const { total, status, result, finishedAt, failure } = job;
  const failed = result?.leftOut.length ?? 0;
  return {
    id,
    job_id: id,
    type: "assignments",
    status: status === "partial" ? "completed_with_errors" : status,
    total,
    processed: result ? total : 0,
    failed,
    progress_pct: finishedAt ? 100 : 0,
    errors: [],
    failure,
    result: result && {
      created: total - failed,
      failed,
      assignments: routes.map(fromAssignment),
      unassigned: result.leftOut.map(fromLeftOut),
    },
    created_at: said(job.createdAt),
    updated_at: said(job.updatedAt),
    finished_at: finishedAt && said(finishedAt),
  };
}
