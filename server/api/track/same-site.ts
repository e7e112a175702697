import "server-only";

/**
 * Whether a form was sent from a page of ours. Browsers say so themselves, old ones by the origin; who says neither is no
 * browser, and has no customer's session to misuse. A form of a page that passes on no address names no origin either in
 * old browsers: `isSealed` where the form itself shows whose it is.
 */
export function isFromOurPage(request: Request, isSealed = false): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin === null || (isSealed && origin === "null")) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
