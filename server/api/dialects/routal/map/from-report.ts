import { deliveryNumber } from "@/server/domain/order/delivery-number";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { VisitReport } from "@/server/services/proof/list-visit-reports";
import { dress, nameOf } from "../ids";
import type { WireReport } from "../wire/stop";
import { taskId } from "./task-id";

interface ReportContext {
  readonly delivery: StoredDelivery;
  readonly planId: string | undefined;
  readonly fileUrl: (reportId: string, imageId: string) => string;
}

/** How a visit ended, as this API reports it; a door has one report at a time, under the door's own name. */
export function fromReport(report: VisitReport, { delivery, planId, fileUrl }: ReportContext): WireReport {
  const { visitId, completion, files } = report;
  const { outcome, reason, note, answers, position, atMs } = completion;
  const id = dress(visitId);
  const isMade = outcome === "delivered" || outcome === "partial";
  const at = new Date(atMs).toISOString();
  const shown = files.map((file) => ({ kind: file.kind, id: nameOf(file.id), url: fileUrl(id, nameOf(file.id)) }));
  const signature = shown.find(({ kind }) => kind === "signature");
  const { input, visits } = delivery;
  const tasks = input[visits.find((each) => each.id === visitId)?.role ?? "dropoff"]?.tasks ?? [];
  return {
    id,
    stop_id: id,
    external_id: deliveryNumber(input),
    route_id: dress(report.routeId),
    driver_id: report.driverId && dress(report.driverId),
    project_id: dress(delivery.projectId),
    plan_id: dress(planId ?? report.planId),
    type: isMade ? "service_report_completed" : "service_report_incomplete",
    comments: note,
    cancel_reason: isMade ? null : (reason?.replaceAll("-", "_") ?? null),
    images: shown.flatMap(({ kind, ...image }) => (kind === "signature" ? [] : [image])),
    signature: signature?.url ?? null,
    location: position ? { lat: position.lat, lng: position.lng } : null,
    custom_fields: {},
    tasks: tasks.map((_, index) => {
      const answer = answers.find(({ task }) => task === index);
      const isDone = answer !== undefined && answer.value !== false && answer.value !== "";
      return {
        task_id: taskId(visitId, index),
        status: isDone ? ("completed" as const) : ("pending" as const),
        custom_fields: {},
        ...(answer && { value: answer.value }),
      };
    }),
    created_at: at,
    updated_at: at,
  };
}
