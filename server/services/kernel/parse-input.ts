import "server-only";
import type { z } from "zod";
import { ServiceError } from "./service-error";

/** Parses a use case's input, or refuses it naming every field at fault at once. */
export function parseInput<S extends z.ZodType>(schema: S, rawInput: unknown): z.output<S> {
  const parsed = schema.safeParse(rawInput);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = issues[0];
  throw new ServiceError("invalid", first ? `${first.path || "Input"}: ${first.message}` : "The input is invalid.", {
    reason: "input",
    issues,
  });
}
