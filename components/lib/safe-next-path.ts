/**
 * Where to go after signing in, taken from the address bar and so not to be trusted: only a path of this site is
 * followed. "//host", "/\host" and control characters are how browsers are talked into leaving it.
 */
export function safeNextPath(next: string | string[] | undefined | null, fallback = "/plan"): string {
  if (typeof next !== "string" || !next.startsWith("/")) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they parse the address.
  if (/[\\\u0000-\u001f\u007f]/.test(next)) return fallback;
  const origin = "http://site.invalid";
  let url: URL;
  try {
    url = new URL(next, origin);
  } catch {
    return fallback;
  }
  if (url.origin !== origin || url.pathname.startsWith("//")) return fallback;
  if (/^\/(sign-in|sign-up|api)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
