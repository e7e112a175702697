import type { KeptProof } from "../store/kept";
import { type Answer, ask } from "./run-api";

/** A photo or signature on its way to the server. */
export type ProofUpload = KeptProof & { readonly bytes: ArrayBuffer };

/** What the server says to a picture that is announced. */
type Announced =
  | { readonly status: "upload"; readonly url: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: "stored" }
  | { readonly status: "rejected"; readonly reason: string };

/** A picture of 2 MB on a line of 100 kbit/s. */
const UPLOAD_TIMEOUT_MILLISECONDS = 180_000;

/**
 * Brings one proof to the server: it is announced with its hash, and its bytes go to the address that is answered, which
 * may be a store of its own. `refused`: it will never be taken. Never rejects.
 */
export async function uploadProof(session: string, proof: ProofUpload): Promise<Answer<unknown>> {
  const { proofId, kind, visitIds, opId, sha256, contentType, takenAt, bytes } = proof;
  const announced = { proofId, kind, visitIds, opId, sha256, bytes: bytes.byteLength, contentType, takenAt };
  const answer = await ask<{ uploads: readonly Announced[] }>("proofs", session, "POST", { proofs: [announced] });
  // A server that does not know of proofs may learn; they wait.
  if (answer.kind === "refused" && answer.status === 404) return { kind: "away" };
  if (answer.kind !== "ok") return answer;
  const [upload] = answer.body.uploads;
  if (!upload) return { kind: "away" };
  if (upload.status === "stored") return { kind: "ok", body: null };
  if (upload.status === "rejected") return { kind: "refused", status: 422 };
  return sendBytes(upload, bytes);
}

/** The address is good for minutes: whatever goes wrong, the next pass asks for another. */
async function sendBytes(
  { url, headers }: Extract<Announced, { status: "upload" }>,
  bytes: ArrayBuffer,
): Promise<Answer<unknown>> {
  try {
    const response = await fetch(url, {
      method: "PUT",
      headers,
      body: bytes,
      credentials: "omit",
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MILLISECONDS),
    });
    return response.ok ? { kind: "ok", body: null } : { kind: "away" };
  } catch {
    return { kind: "away" };
  }
}
