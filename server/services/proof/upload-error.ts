import type { UploadFault } from "@/server/domain/proof/upload";
import { ServiceError } from "../kernel/service-error";

/** A file that is not what it has to be, by the name its sender knows. */
export interface FaultyUpload {
  readonly id: string | null;
  readonly fault: UploadFault | "unknown";
}

const REASONS = {
  unknown: "upload-missing",
  missing: "upload-missing",
  "too-large": "upload-length",
  length: "upload-length",
  hash: "upload-hash",
  type: "upload-type",
} as const satisfies Record<FaultyUpload["fault"], string>;

const MESSAGES = {
  unknown: "is no file of this stop",
  missing: "has not arrived",
  "too-large": "is too large",
  length: "has not the length that was announced",
  hash: "has not the hash that was announced",
  type: "is not of the type that was announced",
} as const satisfies Record<FaultyUpload["fault"], string>;

/** The refusal of files, naming every one that is at fault. */
export function uploadError(faulty: readonly FaultyUpload[]): ServiceError {
  const [first] = faulty;
  const uploads = faulty.map(({ id, fault }) => ({ id, fault }));
  const message = uploads.map(({ id, fault }) => `${id ?? "A file sent along"} ${MESSAGES[fault]}`).join("; ");
  return new ServiceError("invalid", `${message}.`, { reason: REASONS[first!.fault], uploads });
}
