import { deliveryNumber } from "@/server/domain/order/delivery-number";
import type { VisitTask } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { DeliveryRecord } from "@/server/services/order/delivery-record";
import type { VisitReport } from "@/server/services/proof/list-visit-reports";
import { dress } from "../ids";
import type { StopAnswer, StopRequest, WireReport, WireTask } from "../wire/stop";
import { type Sent, sentOf } from "./extension";
import { fromReport } from "./from-report";
import { fromAddress } from "./location";
import { taskId } from "./task-id";
import { GRAMS_PER_KG, grams, MILLILITRES_PER_M3, millilitres, toName, toTasks } from "./to-stop-draft";

/** What a stop is said with, beside the delivery it is a door of. */
export interface StopContext {
  readonly organizationId: string;
  /** The part of a day's plan it is in. */
  readonly planId: string | undefined;
  /** Of its visit, oldest first. */
  readonly reports: readonly VisitReport[];
  readonly fileUrl: (reportId: string, imageId: string) => string;
}

const TASK_TYPES: Readonly<Record<VisitTask["kind"], string>> = {
  barcode: "scan",
  signature: "signature",
  photo: "photo",
  text: "text",
  decimal: "number",
  pin: "pin",
  checkbox: "checkbox",
  radio: "radio",
};

/** One door of a delivery as this API says it. */
export function fromStop(record: DeliveryRecord, visitId: string, context: StopContext): StopAnswer {
  const { delivery, serving } = record;
  const { input, visits } = delivery;
  const stored = visits.find(({ id }) => id === visitId)!;
  const { role } = stored;
  const visit = input[role]!;
  const sent = sentOf(input.extensions);
  const id = dress(visitId);
  const told = reportsOf(record, visitId, context);
  return {
    ...untouched(sent),
    id,
    fixed_id: id,
    organization_id: dress(context.organizationId),
    project_id: dress(delivery.projectId),
    plan_id: context.planId === undefined ? null : dress(context.planId),
    route_id: serving && dress(serving.routeId),
    vehicle_id: serving && dress(serving.driverId),
    client_id: null,
    client_external_id: null,
    external_id: deliveryNumber(input),
    type: role === "pickup" ? "pickup" : "delivery",
    status: statusOf(record, told),
    label: labelOf(visit.contact.name, sent) || visit.address.street,
    location: {
      ...fromAddress(visit.address, stored.position, sent.location),
      location_id: dress(stored.locationId),
      lat: stored.position?.lat ?? null,
      lng: stored.position?.lng ?? null,
    },
    location_details: null,
    comments: visit.instructions || null,
    duration: visit.serviceSeconds,
    time_windows: visit.windows
      .filter(({ date }) => date === undefined || date === input.serviceDate)
      .map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]),
    phone: visit.contact.phone || null,
    email: visit.contact.email || null,
    weight: amountOf(sent.weight, input.loads[0], grams, GRAMS_PER_KG),
    volume: amountOf(sent.volume, input.loads[1], millilitres, MILLILITRES_PER_M3),
    requires: input.skills,
    tasks: tasksOf(visitId, visit.tasks, sent.tasks),
    custom_fields: input.customFields,
    estimated_arrival: serving && isLast(record, visitId) ? new Date(serving.etaMs).toISOString() : null,
    position: serving && isLast(record, visitId) ? serving.position : null,
    reports: told,
    created_at: delivery.createdAt,
    updated_at: updatedAt(delivery.updatedAt, told),
    deleted: false,
  };
}

/** What of it nobody here has a word for. */
function untouched(sent: Sent): Sent {
  const { time_windows: _, tasks: __, location: ___, ...rest } = sent;
  return rest;
}

/** Of a pair the drop-off is what serving tells of. */
function isLast({ delivery }: DeliveryRecord, visitId: string): boolean {
  const last = delivery.visits.find(({ role }) => role === "dropoff") ?? delivery.visits[0];
  return last?.id === visitId;
}

function labelOf(name: string, sent: Sent): string {
  return typeof sent.label === "string" && toName(sent.label) === name ? sent.label : name;
}

/** The number as it was sent while the core's is still that; nothing where none was said and none is known. */
function amountOf(
  sent: Sent[string] | undefined,
  stored: number,
  toStored: (amount: number) => number,
  perUnit: number,
): number | null {
  if (typeof sent === "number" && toStored(sent) === stored) return sent;
  return stored === 0 ? null : stored / perUnit;
}

function tasksOf(visitId: string, tasks: readonly VisitTask[], sent: Sent[string] | undefined) {
  const wire = Array.isArray(sent) ? (sent as unknown as WireTask[]) : [];
  const isSame = sameJson(toTasks(wire as StopRequest["tasks"]), tasks);
  return tasks.map(({ kind, label }, index) => ({
    ...(isSame && wire[index]),
    type: isSame ? wire[index]!.type : TASK_TYPES[kind],
    label,
    id: taskId(visitId, index),
  }));
}

/** Its attempts, and that it was called off, which no driver reports. */
function reportsOf({ delivery }: DeliveryRecord, visitId: string, context: StopContext): WireReport[] {
  const its = context.reports.filter((report) => report.visitId === visitId);
  return its.map((report) => fromReport(report, { delivery, ...context }));
}

function statusOf(
  { delivery: { status }, serving }: DeliveryRecord,
  reports: readonly WireReport[],
): StopAnswer["status"] {
  if (status === "cancelled") return "canceled";
  if (status === "delivered") return "completed";
  if (status === "failed" || status === "returned") return "incomplete";
  // Planned again after an attempt, or sent out again, it is open; the report of the attempt stays.
  const isOpen = status === "requested" || status === "scheduled";
  if (isOpen) return "pending";
  const routeId = serving && dress(serving.routeId);
  const last = reports.findLast(({ route_id }) => route_id === routeId);
  if (!last) return "pending";
  return last.type === "service_report_completed" ? "completed" : "incomplete";
}

function updatedAt(delivery: string, reports: readonly WireReport[]): string {
  return [delivery, ...reports.map(({ updated_at }) => updated_at)].sort().at(-1)!;
}
