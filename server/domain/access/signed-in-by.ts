/** By what a session was begun: the last step of it. */
const SIGNED_IN_BY = ["password", "code", "backup-code", "passkey"] as const;
export type SignedInBy = (typeof SIGNED_IN_BY)[number];

/** The word for it, where it is one we know: sessions from before it was kept say nothing. */
export function readSignedInBy(word: unknown): SignedInBy | undefined {
  return SIGNED_IN_BY.find((known) => known === word);
}
