/** Why passkeys are no way in here, whoever asks. */
export type PasskeyHindrance = "unsupported" | "wrongSite";

interface Place {
  /** How people reach this installation: its host name is what passkeys are made for. */
  readonly baseUrl: string;
  /** Where the page was opened. */
  readonly origin: string;
  /** Whether the browser knows passkeys there: not without HTTPS, but on the machine itself. */
  readonly isKnown: boolean;
}

/** What keeps passkeys from working on this page; null where they work. Browsers take no host that is a bare number. */
export function passkeyHindrance({ baseUrl, origin, isKnown }: Place): PasskeyHindrance | null {
  const base = new URL(baseUrl);
  if (/^[\d.]+$|^\[/.test(base.hostname)) return "unsupported";
  if (base.origin !== origin) return "wrongSite";
  return isKnown ? null : "unsupported";
}
