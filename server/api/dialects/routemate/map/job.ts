import type { ConsignmentProgress } from "@/server/domain/consignment/consignment";
import type { ImportedConsignment } from "@/server/services/consignment/import-consignment";
import type { ConsignmentView } from "@/server/services/consignment/read-consignment";
import type { ImportedJob, Job, JobStop, Warning } from "../wire/job";
import { fromDelivery } from "./from-delivery";

const STATUSES: Readonly<Record<ConsignmentProgress, Job["status"]>> = {
  waiting: "pending",
  assigned: "assigned",
  "under-way": "in_progress",
  over: "completed",
};

/** A job as it stands. */
export function fromConsignment(view: ConsignmentView, baseUrl: string): Job {
  const { consignment, progress, timeZone, updatedAt } = view;
  const stops = stopsOf(view);
  return {
    ...headOf(view, baseUrl),
    title: consignment.title,
    status: STATUSES[progress],
    scheduled_date: consignment.date,
    timezone: consignment.timeZone ?? timeZone,
    metadata: consignment.metadata as Job["metadata"],
    stop_count: stops.length,
    status_counts: countsOf(stops),
    stops,
    created_at: consignment.createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

/** A job as it is answered right after it was imported. */
export function fromImported(imported: ImportedConsignment, baseUrl: string): ImportedJob {
  const stops = stopsOf(imported);
  return {
    ...headOf(imported, baseUrl),
    stops_imported: stops.length,
    stops_geocoded: imported.geocoded,
    stops_geocode_failed: imported.notGeocoded,
    optimization: optimizationOf(imported),
    stops,
    warnings: warningsOf(imported, stops),
  };
}

export function headOf({ consignment, routeId, driverId }: ConsignmentView, baseUrl: string) {
  return {
    job_id: consignment.id,
    external_job_id: consignment.externalId,
    route_id: routeId,
    driver_email: consignment.driverEmail,
    driver_resolved: driverId !== null,
    driver_user_id: driverId,
    deep_link: `${baseUrl}/plan/${consignment.date}?project=${consignment.projectId}`,
  };
}

export function stopsOf({ records, consignment, timeZone }: ConsignmentView): JobStop[] {
  const zones = { timeZone, saidZone: consignment.timeZone ?? timeZone };
  return records.map(({ delivery }, index) => fromDelivery(delivery, index, zones));
}

function countsOf(stops: readonly JobStop[]): Job["status_counts"] {
  const counts: Partial<Record<JobStop["status"], number>> = {};
  for (const { status } of stops) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function optimizationOf({ consignment: { figures } }: ConsignmentView): ImportedJob["optimization"] {
  return (
    figures && {
      total_distance_km: Math.round(figures.distanceMeters / 100) / 10,
      total_duration_minutes: Math.round(figures.driveSeconds / 60),
      encoded_polyline: figures.geometry,
    }
  );
}

function warningsOf(imported: ImportedConsignment, stops: readonly JobStop[]): Warning[] {
  const { geocoded, driver } = imported;
  const done = optimizationOf(imported);
  const warnings: (Warning | false | null)[] = [
    geocoded > 0 && { code: "ADDRESS_GEOCODED", message: `${geocoded} stop(s) were geocoded from address text` },
    ...stops
      .filter(({ latitude }) => latitude === null)
      .map(({ external_stop_id: id }): Warning => {
        const message = `Could not geocode the address of stop ${id}. Provide latitude/longitude instead.`;
        return { code: "GEOCODE_FAILED", message };
      }),
    done && {
      code: "ROUTE_OPTIMIZED",
      message: `Route optimized: ${done.total_distance_km} km, ${done.total_duration_minutes} min`,
    },
    driver === "added" && {
      code: "DRIVER_AUTO_ADDED",
      message: "Driver had a RouteMate account and was auto-added to your organization",
    },
    driver === "invited" && {
      code: "DRIVER_NOT_FOUND",
      message: "No RouteMate account found for the email. An invitation was created.",
    },
  ];
  return warnings.filter((warning) => !!warning);
}
