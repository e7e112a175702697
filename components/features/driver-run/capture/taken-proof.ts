import type { ProofKind } from "../store/kept";
import { newUuid } from "../store/new-uuid";
import { sha256Hex } from "./sha256-hex";

/** A photo or signature just made. */
export interface TakenProof {
  readonly proofId: string;
  readonly kind: ProofKind;
  readonly sha256: string;
  readonly contentType: string;
  readonly takenAt: string;
  readonly bytes: ArrayBuffer;
}

/** Names and hashes what was taken. */
export async function takenProof(kind: ProofKind, contentType: string, bytes: ArrayBuffer): Promise<TakenProof> {
  const takenAt = new Date().toISOString();
  return { proofId: newUuid(), kind, sha256: await sha256Hex(bytes), contentType, takenAt, bytes };
}
