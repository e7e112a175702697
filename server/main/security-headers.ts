import "server-only";
import { isNamable } from "@/server/domain/map-style";

/** `mapOrigins`: where the browser may fetch map data from, besides our own; what no policy can name is left out. */
export function contentSecurityPolicy(nonce: string, mapOrigins: readonly string[], isDevelopment: boolean): string {
  const maps = mapOrigins.filter(isNamable).join(" ");
  const directives: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": `'self' data: blob: ${maps}`,
    "font-src": `'self' data: ${maps}`,
    "connect-src": `'self' ${maps}${isDevelopment ? " ws:" : ""}`,
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value.trim()}`)
    .join("; ");
}

/** The servers besides our own that a page under this policy may fetch from. */
export function reachOf(policy: string): string[] {
  const sources = /(?:^|; )connect-src ([^;]*)/.exec(policy)?.[1] ?? "";
  return sources.split(" ").filter((source) => /^https?:/.test(source));
}

/** Headers of every answer, whoever gives it. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(self), geolocation=(self), microphone=()",
  "cross-origin-opener-policy": "same-origin",
};

/** Besides these, of pages whose address is itself the key: it is kept, passed on and indexed nowhere. */
export const LINK_PAGE_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
};
