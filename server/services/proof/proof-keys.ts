import type { ProofContentType } from "@/server/domain/proof/proof";

const INCOMING = /^([0-9a-f-]{36})\/proofs\/incoming\/([0-9a-f-]{36})$/;

/** Where a driver's bytes wait until somebody has looked at them. Nobody is ever shown them. */
export function incomingKey(organizationId: string, proofId: string): string {
  return `${organizationId}/proofs/incoming/${proofId}`;
}

/** Whose picture waits under a key; null for any other key. */
export function incomingProof(key: string): { readonly organizationId: string; readonly proofId: string } | null {
  const [, organizationId, proofId] = INCOMING.exec(key) ?? [];
  return organizationId && proofId ? { organizationId, proofId } : null;
}

export function pictureKey(organizationId: string, proofId: string): string {
  return `${organizationId}/proofs/${proofId}/picture`;
}

export function thumbnailKey(organizationId: string, proofId: string): string {
  return `${organizationId}/proofs/${proofId}/thumbnail`;
}

export const THUMBNAIL_TYPE = "image/webp" satisfies ProofContentType;
