/** Makes stored ids (see `domain/ids`): time-ordered, 48 bits of randomness. */
export interface IdSource {
  newId(): string;
  /** Unguessable text for links, base64url, at least 128 bits. */
  newToken(): string;
  /**
   * The secret that belongs to an id of ours, base64url of 256 bits: always the same, so that it can be said again though
   * only its hash is kept, and unguessable without the installation's own secret.
   */
  tokenFor(id: string): string;
}
