import { z } from "zod";
import { lengthSchema } from "@/server/domain/unit/kept-numbers";
import type { Severity } from "./exception-type";

const minutes = z.int().min(1).max(1440);

/** When something counts as an exception, how long a person has for it, and what becomes of failed deliveries. */
export const exceptionPolicySchema = z.object({
  /** A route whose worst stop is expected so much past its promise. */
  lateMinutes: minutes.default(10),
  /** Past the planned start. */
  noStartMinutes: minutes.default(15),
  staleGpsMinutes: minutes.default(10),
  batteryPercent: z.int().min(1).max(90).default(15),
  /** Before the planned start. */
  linkNotOpenedMinutes: minutes.default(30),
  /** Between the address and where the delivery was made. */
  geocodeMeters: lengthSchema(50, 50_000).default(300),
  /** What a reviewer has rejected. */
  raiseRejected: z.boolean().default(true),
  /** What a reviewer has flagged. */
  raiseFlagged: z.boolean().default(true),
  /** Deliveries are tried so many times. */
  maxAttempts: z.int().min(1).max(20).default(3),
  /** After the last attempt the delivery goes back by itself. */
  autoReturn: z.boolean().default(false),
  /** It does so after this many already; null: after the last. */
  autoReturnAttempts: z.int().min(1).max(20).nullable().default(null),
});
export type ExceptionPolicy = z.output<typeof exceptionPolicySchema>;

const { maxAttempts, autoReturn, autoReturnAttempts } = exceptionPolicySchema.shape;

/** How often is tried, and what then: a part of the policy that is chosen by itself. */
export const retryPolicyPartsSchema = z.object({
  maxAttempts: maxAttempts.unwrap(),
  autoReturn: autoReturn.unwrap(),
  autoReturnAttempts: autoReturnAttempts.unwrap(),
});
export type RetryPolicy = z.output<typeof retryPolicyPartsSchema>;

/** Refuses a return that would come only after the last attempt. */
export const retryPolicySchema = retryPolicyPartsSchema.refine(
  (policy) => policy.autoReturnAttempts === null || policy.autoReturnAttempts <= policy.maxAttempts,
  { message: "later than after the last attempt", path: ["autoReturnAttempts"] },
);

export const DEFAULT_EXCEPTION_POLICY: ExceptionPolicy = exceptionPolicySchema.parse({});

/** The part of a policy that says how often is tried. */
export function retryPolicyOf({ maxAttempts, autoReturn, autoReturnAttempts }: ExceptionPolicy): RetryPolicy {
  return { maxAttempts, autoReturn, autoReturnAttempts };
}

/** After how many failed attempts a delivery goes back by itself; null: it does not. */
export function returnAfterAttempts({ maxAttempts, autoReturn, autoReturnAttempts }: ExceptionPolicy): number | null {
  return autoReturn ? Math.min(autoReturnAttempts ?? maxAttempts, maxAttempts) : null;
}

/** A stored policy, what it leaves out or spoils by default. */
export function readExceptionPolicy(stored: unknown): ExceptionPolicy {
  const parsed = exceptionPolicySchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : DEFAULT_EXCEPTION_POLICY;
}

/** How long a person has before an exception of this severity is overdue. */
export const TIMER_MINUTES: Readonly<Record<Severity, number>> = { critical: 5, high: 10, medium: 30, low: 120 };
