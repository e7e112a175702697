/**
 * A recipient's PIN as a driver's device may know it. The salt is the door's own, so that equal PINs do not look equal. A
 * PIN of four digits can still be found by trying all of them: the hash keeps it from being read, and the server, which
 * knows the PIN itself, has the last word.
 */
export interface DoorPin {
  readonly salt: string;
  /** SHA-256 of `pinText`, hex. */
  readonly sha256: string;
}

/** What is hashed. People leave spaces and write in either case. */
export function pinText(salt: string, pin: string): string {
  return `${salt}:${pin.replaceAll(/\s/g, "").toUpperCase()}`;
}
