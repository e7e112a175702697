import type { z } from "zod";
import type { ProblemFault } from "@/server/domain/plan/problem-fault";

const EXCERPT = 60;

/** What zod finds in a file as faults its writer can act on. */
export function schemaFaults(issues: readonly z.core.$ZodIssue[], file: unknown): ProblemFault[] {
  return issues.flatMap((issue) => {
    const path = writePath(issue.path);
    const value = valueAt(file, issue.path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        code: "unknown-field",
        path: path === "" ? key : `${path}.${key}`,
        cause: "is not a field that is known here",
        action: "remove it, or look for a typing error",
      }));
    }
    if (value === undefined)
      return [{ code: "missing", path, cause: "is missing", action: `add it: ${wanted(issue)}` }];
    return [{ code: codeOf(issue), path, cause: found(value), action: wanted(issue) }];
  });
}

/** A path as programs write it: `visits[3].windows[0].from`. */
export function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === "number") return `${written}[${key}]`;
    return written === "" ? String(key) : `${written}.${String(key)}`;
  }, "");
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined | null)?.[key], file);
}

function found(value: unknown): string {
  if (Array.isArray(value)) return `is a list of ${value.length}`;
  const text = JSON.stringify(value) ?? String(value);
  return `is ${text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text}`;
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return "wrong-type";
    case "too_small":
    case "too_big":
      return "out-of-range";
    case "invalid_value":
      return "unknown-word";
    default:
      return "wrong-format";
  }
}

function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `give ${issue.expected === "int" ? "a whole number" : `a value of type ${issue.expected}`}`;
    case "too_small":
      return `give ${listed(issue.origin)}at least ${issue.minimum}`;
    case "too_big":
      return `give ${listed(issue.origin)}at most ${issue.maximum}`;
    case "invalid_value":
      return `give one of ${issue.values.join(", ")}`;
    default:
      return issue.message;
  }
}

function listed(origin: string): string {
  return origin === "array" ? "a list of " : "";
}
