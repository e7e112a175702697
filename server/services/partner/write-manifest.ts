import "server-only";
import { writeCsv } from "@/server/domain/intake/write-csv";
import { saidId } from "@/server/domain/partner/said-id";
import type { CarrierJob, CarrierPlace } from "@/server/ports/carrier";

/** One assignment as a manifest lists it. */
export interface ManifestLine {
  readonly assignmentId: string;
  readonly deliveryId: string;
  readonly trackingCode: string;
  readonly orderRef: string;
  readonly barcodes: readonly string[];
  readonly job: CarrierJob;
}

const PLACE = [
  "name",
  "phone",
  "street",
  "postcode",
  "city",
  "country",
  "lat",
  "lng",
  "from",
  "to",
  "instructions",
] as const;
const HEADING = [
  "assignment_id",
  "delivery_id",
  "tracking_code",
  "order_ref",
  "service_level",
  "parcels",
  "weight_grams",
  "barcodes",
  ...["pickup", "dropoff"].flatMap((role) => PLACE.map((field) => `${role}_${field}`)),
];

/**
 * What a partner has to carry, as CSV with a heading: one line an assignment, times RFC 3339, positions in degrees, what is
 * unknown empty. A pickup without an address is at our own depot. Cells that a spreadsheet would run begin with an apostrophe.
 */
export function writeManifest(lines: readonly ManifestLine[]): string {
  return writeCsv([HEADING, ...lines.map(cellsOf)]);
}

function cellsOf({ assignmentId, deliveryId, trackingCode, orderRef, barcodes, job }: ManifestLine): string[] {
  return [
    saidId("assignment", assignmentId),
    saidId("delivery", deliveryId),
    trackingCode,
    orderRef,
    job.serviceLevel,
    String(job.parcels),
    String(job.weightGrams),
    barcodes.join(" "),
    ...placeCells(job.pickup),
    ...placeCells(job.dropoff),
  ];
}

function placeCells(place: CarrierPlace | null): string[] {
  if (!place) return PLACE.map(() => "");
  const { name, phone, street, postcode, city, country, position, window, instructions } = place;
  const degrees = (value: number | undefined) => (value === undefined ? "" : value.toFixed(6));
  const at = [degrees(position?.lat), degrees(position?.lng)];
  return [name, phone, street, postcode, city, country, ...at, window?.from ?? "", window?.to ?? "", instructions];
}
