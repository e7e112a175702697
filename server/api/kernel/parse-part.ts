import "server-only";
import type { z } from "zod";
import { ApiRefusal } from "./api-refusal";

type Issue = z.core.$ZodIssue;

/** Parses one part of a request, or refuses it naming every field at fault. What is wrong in a query is malformed. */
export function parsePart<S extends z.ZodType>(schema: S, raw: unknown, part: "body" | "query" | "path"): z.output<S> {
  if (part !== "body") refuseNul(raw, part);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  // What cannot be an id is the id of nothing.
  if (part === "path") throw nothing();
  const issues = parsed.error.issues.flatMap((issue) => plainIssues(issue));
  const isMalformed =
    part !== "body" || issues.some(({ code }) => code === "invalid_type" || code === "unrecognized_keys");
  const fields = issues.map(({ path, message }) => ({ in: part, path: path.map(String).join("."), message }));
  const first = fields[0];
  const message = first ? `${first.path || part}: ${first.message}` : `The ${part} cannot be used.`;
  throw new ApiRefusal(isMalformed ? "malformed" : "meaningless", message, { issues: fields.slice(0, MOST_ISSUES) });
}

const MOST_ISSUES = 50;
const nothing = () => new ApiRefusal("not-found", "There is no such thing.");

/** Nothing that is kept holds NUL, and the database does not even look for it. */
function refuseNul(raw: unknown, part: "query" | "path"): void {
  for (const [path, text] of Object.entries(raw as Record<string, string | string[]>)) {
    if (![text].flat().some((each) => each.includes("\0"))) continue;
    if (part === "path") throw nothing();
    const message = "must not hold NUL";
    throw new ApiRefusal("malformed", `${path}: ${message}`, { issues: [{ in: part, path, message }] });
  }
}

/** A choice that nothing fits is said by the alternative that came nearest: the one that got deepest into the value. */
function plainIssues(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const alternatives = issue.errors.map((errors) => errors.flatMap((each) => plainIssues(each)));
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length));
  const nearest = alternatives.filter((each) => each.length > 0).sort((a, b) => depth(b) - depth(a))[0];
  if (!nearest) return [issue];
  return nearest.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}
