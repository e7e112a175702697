import "server-only";

/** A name and perhaps a port: nothing that a policy reads as a pattern, or as its next directive. */
const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?$/i;

/** `mapOrigins`: where the browser may fetch map data from, besides our own; what is no plain origin is left out. */
export function contentSecurityPolicy(nonce: string, mapOrigins: readonly string[], isDevelopment: boolean): string {
  const maps = mapOrigins.filter((origin) => PLAIN_ORIGIN.test(origin)).join(" ");
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
