import "server-only";
import { z } from "zod";
import { ServiceError } from "./service-error";

/** When what is to be replaced was saved, as it was read; null: nothing had been saved. */
export const seenAtSchema = z.iso.datetime().nullable();

export function seenDate(seenAt: string | null): Date | null {
  return seenAt === null ? null : new Date(seenAt);
}

/** Somebody else was faster: what would be replaced is not what was seen. */
export function changedMeanwhile(): ServiceError {
  return new ServiceError("stale", "These settings were changed in the meantime.", { reason: "settings-changed" });
}
