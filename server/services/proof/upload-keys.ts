const INCOMING = /^([0-9a-f-]{36})\/uploads\/incoming\/([0-9a-f-]{36})$/;

/** Where a sender's bytes wait until they have been looked at. Nobody is ever shown them. */
export function incomingUploadKey(organizationId: string, uploadId: string): string {
  return `${organizationId}/uploads/incoming/${uploadId}`;
}

/** Whose file waits under a key; null for any other key. */
export function incomingUpload(key: string): { readonly organizationId: string; readonly uploadId: string } | null {
  const [, organizationId, uploadId] = INCOMING.exec(key) ?? [];
  return organizationId && uploadId ? { organizationId, uploadId } : null;
}

/** Where a file is kept once it has been looked at: under its own hash, where no address given out before leads. */
export function storedUploadKey(organizationId: string, uploadId: string, sha256: string): string {
  return `${organizationId}/uploads/${uploadId}/${sha256}`;
}
