/** The link's token in an address of a route's page; null in the page that opens the route opened last. */
export function linkOfPath(pathname: string): string | null {
  return /^\/run\/([\w-]{20,})\/?$/.exec(pathname)?.[1] ?? null;
}
