/** Sealed text that no key known here opens: its key is gone, or it was sealed for another row. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
}

/**
 * Keeps secrets that must be said again to somebody else's system: what is stored opens nowhere but here, and only for
 * the row it was sealed for.
 */
export interface SecretBox {
  /** `about` names the row (its organization and id): sealed text moved to another row does not open there. */
  seal(plain: string, about: string): string;
  /** Throws `CannotOpen` for text that was not sealed here for that row. */
  open(sealed: string, about: string): string;
  /** The same under the key that seals now; null where that has sealed it. Throws as `open` does. */
  reseal(sealed: string, about: string): string | null;
}
