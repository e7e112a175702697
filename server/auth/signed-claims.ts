import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

/** What a kind of token begins with, and what its signature is made for: one kind never passes for another. */
export interface TokenKind {
  readonly prefix: string;
  readonly purpose: string;
}

/** A token that carries its own claims under a signature; nothing of it is stored. */
export function signClaims(secret: string, kind: TokenKind, claims: object): string {
  const said = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${kind.prefix}${said}.${signature(secret, kind, said)}`;
}

/** The claims of a token of this kind that we have signed; undefined for any other text. */
export function readClaims(secret: string, kind: TokenKind, token: string): unknown {
  const [said, given, more] = token.slice(kind.prefix.length).split(".");
  if (!token.startsWith(kind.prefix) || !said || !given || more !== undefined) return undefined;
  const expected = Buffer.from(signature(secret, kind, said));
  const shown = Buffer.from(given);
  if (expected.length !== shown.length || !timingSafeEqual(expected, shown)) return undefined;
  return JSON.parse(Buffer.from(said, "base64url").toString("utf8"));
}

function signature(secret: string, { purpose }: TokenKind, said: string): string {
  return createHmac("sha256", secret).update(`${purpose} ${said}`).digest("base64url");
}
