import type { Wave, WaveFigures, WaveStatus } from "@/server/domain/wave/wave";
import { dress } from "../ids";
import type { PlanAnswer } from "../wire/plan";

const STATUSES: Readonly<Record<WaveStatus, PlanAnswer["status"]>> = {
  planning: "planning",
  "in-progress": "in_progress",
  finished: "finished",
};

/** A part of a day's plan as this API says it: a plan. */
export function fromPlan(
  { figures, ...wave }: Wave & { readonly figures: WaveFigures },
  organizationId: string,
): PlanAnswer {
  const { deliveredStops, failedStops, cancelledStops } = figures;
  return {
    id: dress(wave.id),
    organization_id: dress(organizationId),
    project_id: dress(wave.projectId),
    label: wave.label,
    execution_date: `${wave.date}T00:00:00.000Z`,
    status: STATUSES[figures.status],
    total_stops: figures.stops,
    pending_stops: figures.stops - deliveredStops - failedStops - cancelledStops,
    completed_stops: deliveredStops,
    incomplete_stops: failedStops,
    canceled_stops: cancelledStops,
    total_routes: figures.routes,
    created_by: null,
    created_at: wave.createdAt.toISOString(),
    updated_at: wave.updatedAt.toISOString(),
    deleted: false,
    deleted_at: null,
  };
}

/** The vendor's word for a status as the core's. */
export function toWaveStatus(status: string): WaveStatus {
  return status === "finished" ? "finished" : status === "in_progress" ? "in-progress" : "planning";
}
