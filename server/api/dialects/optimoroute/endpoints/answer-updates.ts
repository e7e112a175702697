import type { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import type { Answer } from "@/server/api/kernel/endpoint";
import { parsePart } from "@/server/api/kernel/parse-part";
import { ServiceError } from "@/server/services/kernel/service-error";
import { driverFault } from "../map/driver-parameters";
import { isMissing } from "../refuse";
import type { UpdateAnswer } from "../wire/drivers";

/** Undefined: done. */
export type Verdict = ReturnType<typeof driverFault> | undefined;

/**
 * Answers a list of updates of drivers, each for itself and in the order sent: what cannot be read is refused, what can be
 * is given to `run`, which says of each what became of it.
 */
export async function answerUpdates<S extends z.ZodType>(
  updates: readonly unknown[],
  schema: S,
  run: (parsed: readonly z.output<S>[]) => Promise<readonly Verdict[]>,
): Promise<Answer> {
  const read = updates.map((update) => readUpdate(schema, update));
  const parsed = read.flatMap((each) => ("data" in each ? [each.data] : []));
  const verdicts = [...(await run(parsed))];
  const answers = read.map((each, index): UpdateAnswer => {
    const verdict = "data" in each ? verdicts.shift() : each;
    return { success: verdict === undefined, ...echoOf(updates[index]), ...verdict };
  });
  return { status: 200, body: { updates: answers, success: answers.some(({ success }) => success) } };
}

/** What a use case refuses, as an update is refused; anything else is our own fault and thrown. */
export function refusedUpdate(error: unknown): Verdict {
  if (!(error instanceof ServiceError) || error.code === "forbidden" || error.code === "unavailable") throw error;
  return driverFault("ERR_INVALID_PARAM_FORMAT", error.message);
}

function readUpdate<S extends z.ZodType>(schema: S, update: unknown) {
  try {
    return { data: parsePart(schema, update, "body") };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const [issue] = (error.details.issues ?? []) as readonly { readonly message: string }[];
    const code = issue && isMissing({ message: issue.message }) ? "ERR_MISSING_MAND_FIELD" : "ERR_INVALID_PARAM_FORMAT";
    return driverFault(code, error.message);
  }
}

/** What the sender calls the driver and the day, as far as it can be said again. */
function echoOf(update: unknown): Pick<UpdateAnswer, "driver" | "date"> {
  const { driver, date } = (update ?? {}) as { readonly driver?: unknown; readonly date?: unknown };
  const named = typeof driver === "object" && driver !== null ? (driver as Record<string, unknown>) : undefined;
  const texts = ["externalId", "serial"].flatMap((key) =>
    typeof named?.[key] === "string" ? [[key, named[key]] as const] : [],
  );
  return { ...(named && { driver: Object.fromEntries(texts) }), ...(typeof date === "string" && { date }) };
}
