import { ServiceError } from "@/server/services/kernel/service-error";

/** Arguments of a list with where its next page begins, as one text: later pages are asked for with nothing else. */
export function sealCursor(args: object, next: string | null): { readonly nextCursor?: string } {
  if (next === null) return {};
  return { nextCursor: Buffer.from(JSON.stringify({ ...args, next })).toString("base64url") };
}

/** Inverse of `sealCursor`, unread; refuses what no page has given out. */
export function openCursor(text: string): Readonly<Record<string, unknown>> & { readonly next: string } {
  try {
    const opened: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof opened === "object" && opened !== null && "next" in opened && typeof opened.next === "string") {
      return opened as { next: string };
    }
  } catch {
    // Refused below, like any other text.
  }
  throw new ServiceError("invalid", "This cursor leads nowhere. Start from the first page.", {
    reason: "no-such-page",
  });
}
