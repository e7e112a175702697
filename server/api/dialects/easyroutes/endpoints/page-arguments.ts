import { z } from "zod";
import { ServiceError } from "@/server/services/kernel/service-error";
import { openCursor } from "../map/cursor";

const DEFAULT_LIMIT = 20;

/** How many were asked for; nothing and 0 are the default. */
export const limitOf = (query: { "query.limit"?: number | undefined; limit?: number | undefined }): number =>
  (query["query.limit"] ?? query.limit) || DEFAULT_LIMIT;

export const limitSchema = z.int().min(1).max(200);

/** A list's arguments, those of its cursor where one is sent: then no other counts. */
export function argumentsOf<S extends z.ZodType>(
  schema: S,
  cursor: string | undefined,
  first: z.input<S>,
): { readonly args: z.output<S>; readonly next: string | undefined } {
  if (!cursor) return { args: schema.parse(first), next: undefined };
  const { next, ...rest } = openCursor(cursor);
  const parsed = schema.safeParse(rest);
  if (parsed.success) return { args: parsed.data, next };
  throw new ServiceError("invalid", "This cursor is of another list.", { reason: "no-such-page" });
}
