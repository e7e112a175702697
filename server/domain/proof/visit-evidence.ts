import type { CompleteOp } from "@/server/domain/execution/driver-op";
import type { Completion } from "@/server/domain/execution/run-state";
import type { LatLng } from "@/server/domain/geo";
import type { VisitTask } from "@/server/domain/order/delivery-schema";
import type { ProofContentType, ProofKind, ProofRejection, ProofStatus } from "./proof";
import type { Review } from "./review";

/** Where a device was; without accuracy where it did not say. */
export type MeasuredPosition = NonNullable<CompleteOp["position"]>;

/** A picture as we know it. Instants are milliseconds; those of the device by the device's clock. */
export interface ProofFacts {
  readonly id: string;
  readonly kind: ProofKind;
  readonly status: ProofStatus;
  readonly rejection: ProofRejection | null;
  readonly contentType: ProofContentType;
  /** Of the bytes the driver sent, hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of the file that is kept, from which everything but the picture has been taken. */
  readonly cleanSha256: string | null;
  readonly widthPixels: number | null;
  readonly heightPixels: number | null;
  readonly takenAtMs: number;
  readonly receivedAtMs: number | null;
  /** When the picture itself was deleted, as the project's rule has it; its hashes stay. */
  readonly clearedAtMs: number | null;
  readonly position: MeasuredPosition | null;
  /** What the camera itself had written into the file. */
  readonly exifTakenAtMs: number | null;
  readonly exifPosition: LatLng | null;
  /** Mean, 0–255. */
  readonly brightness: number | null;
  /** Variance of the Laplacian at 512 pixels: low where nothing has an edge. */
  readonly sharpness: number | null;
  /** An earlier picture of the organization with the same bytes. */
  readonly reuseOf: string | null;
}

export interface EvidenceItem {
  readonly id: string;
  readonly description: string;
  readonly barcode: string;
  readonly quantity: number;
}

/** All there is to say that a visit happened as its driver reports. */
export interface VisitEvidence {
  readonly routeId: string;
  readonly visitId: string;
  readonly planId: string;
  readonly deliveryId: string;
  readonly routeNumber: number;
  readonly date: string;
  readonly timeZone: string;
  readonly driverId: string | null;
  readonly driverName: string;
  readonly role: "pickup" | "dropoff";
  readonly externalId: string;
  readonly contactName: string;
  readonly street: string;
  readonly town: string;
  readonly address: LatLng | null;
  readonly arrivedAtMs: number | null;
  readonly completion: Completion;
  /** When the act reached us; null when it cannot be said any more. */
  readonly receivedAtMs: number | null;
  /** How far the device's clock was behind ours; the act's own time has been put right by it. */
  readonly skewSeconds: number;
  readonly tasks: readonly VisitTask[];
  readonly items: readonly EvidenceItem[];
  readonly proofs: readonly ProofFacts[];
  readonly review: Review;
}

/** True for a picture that was looked at and is still there. */
export function isShown({ status, clearedAtMs }: Pick<ProofFacts, "status" | "clearedAtMs">): boolean {
  return status === "verified" && clearedAtMs === null;
}
