import { z } from "zod";

/** Codes any method may answer with. */
export type GeneralCode =
  | "AUTH_KEY_MISSING"
  | "AUTH_KEY_UNKNOWN"
  | "MALFORMED_REQUEST"
  | "ERR_MISSING_MAND_FIELD"
  | "ERR_INVALID_PARAM_FORMAT"
  | "ERR_TOO_MANY_CONNECTIONS"
  | "ERR_INTERNAL";

export const errorSchema = z
  .object({
    success: z.literal(false),
    code: z.string().describe("Closed and stable, for programs."),
    message: z.string().describe("English, for logs."),
  })
  .meta({ id: "Error" });

/** What a whole request, or one of a list's items, is refused with. */
export type Failure<C extends string> = { readonly success: false; readonly code: C; readonly message: string };

export function failure<C extends string>(code: C, message: string): Failure<C> {
  return { success: false, code, message };
}

/** The answer of a method in a documented endpoint: as its document has it, or the error that is said with HTTP 200 too. */
export function said(schema: z.ZodType, description: string) {
  return { 200: { description, schema: z.union([schema, errorSchema]) } };
}

/** Statuses every method may refuse with beside those of the key and the rate. */
export const GENERAL_REFUSALS: readonly number[] = [400, 413];
