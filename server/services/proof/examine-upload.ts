import { createHash } from "node:crypto";
import type { UploadRow } from "@/db/queries/proof/uploads";
import { sniffFile } from "@/server/domain/proof/sniff-file";
import { type UploadFault, uploadFault } from "@/server/domain/proof/upload";
import type { BlobStore } from "@/server/ports/blob-store";
import { incomingUploadKey, storedUploadKey } from "./upload-keys";

/** A file that was looked at: its bytes, counted and hashed by us, or what is wrong with it. */
export type Examined =
  | {
      readonly ok: true;
      readonly content: Uint8Array;
      readonly bytes: number;
      readonly sha256: string;
      readonly isRecognized: boolean;
    }
  | { readonly ok: false; readonly fault: UploadFault };

export type Announced = Pick<UploadRow, "id" | "contentType" | "announcedBytes" | "announcedSha256" | "sha256">;

/** Looks at bytes as the file that was announced. */
export function examine(announced: Omit<Announced, "id" | "sha256">, content: Uint8Array): Examined {
  const sha256 = sha256Of(content);
  const sniffed = sniffFile(content);
  const fault = uploadFault(announced, { bytes: content.byteLength, sha256, sniffed });
  if (fault) return { ok: false, fault };
  return { ok: true, content, bytes: content.byteLength, sha256, isRecognized: sniffed !== undefined };
}

/**
 * Looks at an announced file wherever it is by now, and keeps a good one where its address leads no more. One that was
 * kept before must still have the hash it had then.
 */
export async function examineUpload(blobs: BlobStore, organizationId: string, row: Announced): Promise<Examined> {
  const content = await blobs.get(
    row.sha256 === null
      ? incomingUploadKey(organizationId, row.id)
      : storedUploadKey(organizationId, row.id, row.sha256),
  );
  if (!content) return { ok: false, fault: "missing" };
  const examined = examine(row, content);
  if (!examined.ok) return examined;
  if (row.sha256 !== null && examined.sha256 !== row.sha256) return { ok: false, fault: "hash" };
  if (row.sha256 === null) await blobs.put(storedUploadKey(organizationId, row.id, examined.sha256), content);
  return examined;
}

export const sha256Of = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
