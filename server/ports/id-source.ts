/** Makes stored ids (see `domain/ids`): time-ordered, 48 bits of randomness. */
export interface IdSource {
  newId(): string;
  /** Unguessable text for links, base64url, at least 128 bits. */
  newToken(): string;
}
