/** Where an organization's logo is kept: under its own hash, so that one that is replaced stays what it was until it goes. */
export function logoKey(organizationId: string, sha256: string): string {
  return `${organizationId}/brand/${sha256}.webp`;
}
