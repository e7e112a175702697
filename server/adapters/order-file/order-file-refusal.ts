import type { FileRefusalCode } from "@/server/domain/refusal/intake-reasons";
import type { FileReason } from "@/server/domain/refusal/refusal-reason";

export interface OrderFileRefusal {
  readonly code: FileRefusalCode;
  /** The same as data, with the limit it went over. */
  readonly why: FileReason;
  /** What is wrong with the file and what to do instead, in plain words. */
  readonly message: string;
}

/** Thrown inside this folder only; `readOrderFile` turns it into its answer. */
export class OrderFileRefusalError extends Error {
  constructor(readonly refusal: OrderFileRefusal) {
    super(refusal.message);
  }
}

/** Gives up on the file. */
export function refuseFile(why: FileReason, message: string): never {
  throw new OrderFileRefusalError({ code: why.reason, message, why });
}
