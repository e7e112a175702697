import type { z } from "zod";
import type { DriverOp } from "@/server/domain/execution/driver-op";
import type { Completion } from "@/server/domain/execution/run-state";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import type { DoorStanding } from "@/server/domain/order/door-standing";
import type { positionSchema } from "../wire/common";
import type { WireCompletion, WireForm } from "../wire/completion";
import { statusOf } from "./status";
import { fromInstant } from "./time";

/** What is known of the service at a door. */
export interface DoorFacts {
  readonly standing: DoorStanding;
  readonly timeZone: string;
  readonly arrivedAtMs: number | null;
  readonly completedAtMs: number | null;
  readonly arrivedAt: DriverOp["position"] | null;
  readonly completion: Completion | null;
  readonly lat: number | null;
  readonly lng: number | null;
}

export interface ShownEvidence {
  readonly notes: string;
  readonly files: readonly { readonly kind: string; readonly contentType: string; readonly url: string | null }[];
}

/** How an order was completed, as this API says it: times and places only of what has begun, or is over. */
export function fromCompletion(
  door: DoorFacts,
  {
    input,
    evidence,
    trackingUrl,
  }: {
    readonly input: DeliveryInput;
    readonly evidence: ShownEvidence | undefined;
    readonly trackingUrl: string | null;
  },
): WireCompletion {
  const { standing, timeZone, arrivedAtMs, completedAtMs, completion } = door;
  const isOver = standing === "done" || standing === "failed";
  const startMs = isOver ? (arrivedAtMs ?? completedAtMs) : standing === "at-door" ? arrivedAtMs : null;
  const endMs = isOver ? completedAtMs : null;
  const startAt = startMs === null ? undefined : positionAt(door.arrivedAt, startMs, door);
  const endAt = endMs === null ? undefined : positionAt(completion?.position, endMs, door);
  const form = isOver ? formOf(input, completion, evidence) : {};
  return {
    status: statusOf(standing),
    ...(startMs !== null && { startTime: fromInstant(startMs, timeZone) }),
    ...(startAt && { startPosition: startAt }),
    ...(endMs !== null && { endTime: fromInstant(endMs, timeZone) }),
    ...(endAt && { endPosition: endAt }),
    ...(Object.keys(form).length > 0 && { form }),
    ...(trackingUrl !== null && { tracking_url: trackingUrl }),
  };
}

/** Where a device was, and how far that is from the door. */
export function positionAt(
  position: DriverOp["position"] | null,
  atMs: number,
  { lat, lng }: { readonly lat: number | null; readonly lng: number | null },
): z.output<typeof positionSchema> | undefined {
  if (!position) return undefined;
  const door: LatLng | null = lat === null || lng === null ? null : { lat, lng };
  return {
    timestamp: Math.floor(atMs / 1000),
    latitude: position.lat,
    longitude: position.lng,
    ...(position.accuracyMeters !== undefined && { accuracy: position.accuracyMeters }),
    ...(door && { distanceToLocation: Math.round(distanceMeters(position, door) * 10) / 10 }),
  };
}

function formOf(input: DeliveryInput, completion: Completion | null, evidence: ShownEvidence | undefined): WireForm {
  const note = completion?.note || evidence?.notes || "";
  const files = (evidence?.files ?? []).flatMap(({ kind, contentType, url }) =>
    url === null ? [] : [{ kind, image: { type: contentType, url } }],
  );
  const signature = files.find(({ kind }) => kind === "signature")?.image;
  const images = files.filter(({ kind }) => kind !== "signature").map(({ image }) => image);
  return {
    ...(note !== "" && { note }),
    ...(signature && { signature }),
    ...(images.length > 0 && { images }),
    ...scansOf(input, completion),
  };
}

/** The barcodes a driver has scanned: those of the order, and others he took along. */
function scansOf(input: DeliveryInput, completion: Completion | null): WireForm {
  const visit = input.dropoff ?? input.pickup;
  const scanned = (completion?.answers ?? []).flatMap(({ task, value }) =>
    visit?.tasks[task]?.kind === "barcode" && typeof value === "string" && value !== "" ? [value] : [],
  );
  const own = new Set(input.items.map(({ barcode }) => barcode).filter((barcode) => barcode !== ""));
  const barcode = scanned
    .filter((value) => own.has(value))
    .map((value) => ({ barcode: value, scanInfo: { status: "success" as const, scanned: value } }));
  const added = scanned
    .filter((value) => !own.has(value))
    .map((value) => ({ barcode: null, scanInfo: { status: "added" as const, scanned: value } }));
  return {
    ...(barcode.length > 0 && { barcode }),
    ...(added.length > 0 && { barcode_collections: added }),
  };
}
