/** The key a request shows, in its query as this vendor has it. */
export function keyOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("key")?.trim() || undefined;
}
