import { z } from "zod";
import type { listAssignments } from "@/server/services/partner/list-assignments";
import type { SyncedDriver, SyncedVehicle, syncFleet } from "@/server/services/partner/sync-fleet";
import type { takeManifest } from "@/server/services/partner/take-manifest";
import type { takePartnerWord, WordVerdict } from "@/server/services/partner/take-partner-word";
import { dress, idOf, undress } from "../ids";
import {
  type DriverSyncAnswer,
  type DriverSyncRequest,
  type ManifestAnswer,
  type ManifestRequest,
  type PartnerAssignmentAnswer,
  type PartnerStatusRequest,
  STATUS_WORDS,
  syncedDriverSchema,
  syncedVehicleSchema,
} from "../wire/partner-api";
import { said } from "./door";
import { toDriver } from "./driver";
import { fromDelivery } from "./from-delivery";
import { inWireWords } from "./own-values";
import { toVehicle } from "./vehicle";

type Assignment = Awaited<ReturnType<typeof listAssignments>>["assignments"][number];

export function fromAssignment(partnerId: string, row: Assignment): PartnerAssignmentAnswer {
  const id = dress("assignment", row.id);
  return {
    id,
    assignment_id: id,
    kind: row.kind,
    status: row.status.replace("-", "_") as PartnerAssignmentAnswer["status"],
    partner_id: dress("partner", partnerId),
    partner_reference: row.reference || null,
    driver_id: row.driverId && dress("driver", row.driverId),
    vehicle_id: row.vehicleId && dress("vehicle", row.vehicleId),
    route_id: row.kind === "route" ? dress("route", row.id) : null,
    delivery_ids: row.deliveryIds.map((each) => dress("delivery", each)),
    deliveries: row.deliveries.map(fromDelivery),
    created_at: said(new Date(row.createdAt)),
    updated_at: said(new Date(row.changedAt)),
  };
}

/** What a partner says of an assignment, as the core takes it; without who says it, and by what it is known. */
export function toPartnerWord(assignmentId: string, body: PartnerStatusRequest) {
  const { status, occurred_at, timestamp, delivery_id, stop_id, partner_reference, reason, note } = body;
  const at = occurred_at ?? timestamp;
  return {
    assignmentId: idOf("route", assignmentId.replace(/^asg_/, "route_")),
    word: STATUS_WORDS[status]!,
    ...(at && { at: new Date(at) }),
    ...(delivery_id && { deliveryId: idOf("delivery", delivery_id) }),
    ...(stop_id && { visitId: idOf("stop", stop_id) }),
    note: [reason, note].filter(Boolean).join(": "),
    recipientName: body.recipient_name ?? "",
    ...(partner_reference && { reference: partner_reference }),
  } satisfies Partial<Parameters<typeof takePartnerWord>[1]>;
}

/** What became of a partner's word that was not refused. */
export function outcomeOf({ verdict, isRepeated }: WordVerdict & { readonly isRepeated: boolean }) {
  if (isRepeated) return "duplicate";
  return verdict === "superseded" ? "superseded" : "applied";
}

type Fault = DriverSyncAnswer["results"][number];

/** A request's items in the core's terms, and what is wrong with those that have none. */
export function toSync({ drivers, vehicles }: DriverSyncRequest) {
  const faults: Fault[] = [];
  const read = <S extends z.ZodType>(kind: Fault["kind"], schema: S, item: unknown, index: number) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return [{ index, item: parsed.data }];
    const [issue] = parsed.error.issues;
    const name = nameOf(item, kind === "driver" ? "external_driver_id" : "vehicle_id");
    const message = `${issue?.path.join(".")}: ${issue?.message}`;
    faults.push({ kind, index, external_id: name, id: null, outcome: "failed", message });
    return [];
  };
  const toVehicles = vehicles.flatMap((each, index) => read("vehicle", syncedVehicleSchema, each, index));
  const toDrivers = drivers.flatMap((each, index) => read("driver", syncedDriverSchema, each, index));
  return {
    faults,
    vehicles: toVehicles.map(({ index, item }): SyncedVehicle & { index: number } => ({
      index,
      clientName: item.vehicle_id,
      make: (before) => toVehicle(item, undefined, before),
    })),
    drivers: toDrivers.map(({ index, item }): SyncedDriver & { index: number } => ({
      index,
      clientName: item.external_driver_id,
      vehicleName: item.vehicle_id,
      make: ({ before, vehicleId, home }) => {
        const lookedUp = {
          vehicleId,
          partnerId: undefined,
          country: home.defaultCountry,
          depotId: home.defaultDepotId,
        };
        return toDriver({ name: item.external_driver_id, ...withoutVehicle(item) }, lookedUp, before);
      },
    })),
  };
}

function withoutVehicle<T extends { vehicle_id?: unknown }>({ vehicle_id: _, ...rest }: T) {
  return rest;
}

function nameOf(item: unknown, field: string): string | null {
  return z.object({ [field]: z.string().max(200) }).safeParse(item).data?.[field] ?? null;
}

export function fromSync(
  partnerId: string,
  { vehicles, drivers, faults }: ReturnType<typeof toSync>,
  { verdicts, isRepeated }: Awaited<ReturnType<typeof syncFleet>>,
): DriverSyncAnswer {
  const places = [...vehicles, ...drivers].map(({ index }) => index);
  const results = verdicts.map(({ kind, clientName, outcome, id, message }, at) => ({
    kind,
    index: places[at] ?? at,
    external_id: clientName,
    id: id && dress(kind, id),
    outcome: outcome === "refused" ? ("failed" as const) : outcome,
    message: inWireWords(message),
  }));
  const all = [...results, ...faults];
  const count = (outcome: Fault["outcome"]) => all.filter((each) => each.outcome === outcome).length;
  return {
    partner_id: dress("partner", partnerId),
    duplicate: isRepeated,
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    failed: count("failed"),
    results: all,
  };
}

/** The lines of a manifest by what they name, counted from 1. */
export function toManifestKeys({ lines, items, deliveries, packages }: ManifestRequest) {
  const all = [lines, items, deliveries, packages].find((each) => each?.length) ?? [];
  return all.map((each, index) => {
    const { delivery_id, tracking_number, package_id, barcode, source_id, order_id, reference } = each;
    const deliveryId = delivery_id ? (undress("delivery", delivery_id) ?? "none") : null;
    const names = [tracking_number, package_id, barcode, source_id, order_id, reference].filter((name) => !!name);
    return { line: index + 1, deliveryId, names: names as string[] };
  });
}

const FAULTS = {
  unknown: "names none of this partner's open deliveries",
  ambiguous: "names several deliveries",
  repeated: "was there before",
};

export function fromManifest(
  partnerId: string,
  { id, verdicts, isRepeated }: Awaited<ReturnType<typeof takeManifest>>,
): ManifestAnswer {
  const matched = verdicts.filter(({ outcome }) => outcome === "matched");
  return {
    manifest_id: dress("manifest", id),
    partner_id: dress("partner", partnerId),
    accepted: true,
    duplicate: isRepeated,
    lines: verdicts.length,
    matched: matched.length,
    delivery_ids: [...new Set(matched.map(({ deliveryId }) => dress("delivery", deliveryId!)))],
    errors: verdicts.flatMap(({ line, outcome }) =>
      outcome === "matched" ? [] : [{ line, code: outcome, message: FAULTS[outcome] }],
    ),
  };
}
