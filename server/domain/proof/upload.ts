import { isProofContentType, MAX_PROOF_BYTES, PROOF_CONTENT_TYPES } from "./proof";

/** What a program or a driver's app may store as evidence of a door. */
export const POD_FILE_KINDS = ["signature", "photo", "document"] as const;
export type PodFileKind = (typeof POD_FILE_KINDS)[number];

/** What is kept of a driver's and of a vehicle's papers. */
export const DRIVER_DOCUMENT_KINDS = ["id", "license", "insurance", "other"] as const;
export const VEHICLE_DOCUMENT_KINDS = ["registration", "inspection", "insurance", "other"] as const;
export type FleetDocumentKind = (typeof DRIVER_DOCUMENT_KINDS)[number] | (typeof VEHICLE_DOCUMENT_KINDS)[number];

export const UPLOAD_CONTENT_TYPES = [...PROOF_CONTENT_TYPES, "application/pdf"] as const;
export type UploadContentType = (typeof UPLOAD_CONTENT_TYPES)[number];

export const MAX_UPLOAD_BYTES = MAX_PROOF_BYTES;
export const MAX_POD_FILES = 20;
/** How long an address to send a file to is good: a phone on the road may have to wait for network. */
export const UPLOAD_URL_SECONDS = 900;
/** A file nobody has made part of anything by then is deleted. */
export const UNCLAIMED_UPLOAD_DAYS = 7;

/** `expected`: announced, its bytes have not been looked at; `stored`: they have, and are kept as they came. */
export type UploadStatus = "expected" | "stored";

/** Why bytes are not the file that was announced; `missing`: none have come. */
export type UploadFault = "missing" | "too-large" | "length" | "hash" | "type";

/** True where files of a kind may be of a type: only papers come as PDF. */
export function isTypeOfKind(kind: PodFileKind | FleetDocumentKind, type: string): boolean {
  return isProofContentType(type) || (type === "application/pdf" && kind !== "signature" && kind !== "photo");
}

interface Announced {
  readonly contentType: string;
  /** Null: not said. */
  readonly announcedBytes: number | null;
  readonly announcedSha256: string | null;
}

interface Arrived {
  readonly bytes: number;
  readonly sha256: string;
  /** What it is by its first bytes; undefined: nothing we know. */
  readonly sniffed: string | undefined;
}

/** What is wrong with bytes that came for an announced file; null: nothing. */
export function uploadFault(announced: Announced, { bytes, sha256, sniffed }: Arrived): UploadFault | null {
  if (bytes > MAX_UPLOAD_BYTES) return "too-large";
  if (bytes === 0 || (announced.announcedBytes !== null && bytes !== announced.announcedBytes)) return "length";
  if (announced.announcedSha256 !== null && sha256 !== announced.announcedSha256) return "hash";
  return sniffed !== undefined && sniffed !== announced.contentType ? "type" : null;
}
