import "server-only";
import type { Database } from "@/db/client";
import { countNumberTry, findNumberCandidates } from "@/db/queries/tracking/tracking-numbers";
import { identityAnswerSchema } from "@/server/domain/tracking/identity-check";
import { matchTrackingNumber, trackingNumberSchema } from "@/server/domain/tracking/tracking-access";
import { hashToken } from "@/server/services/plan/hash-token";

/** Three digits are a thousand tries: at this rate, months. */
const TRIES_PER_DAY = 10;
const DAY_SECONDS = 86_400;

/**
 * The door that a number and a second factor open. Null for all else, and by the same work: a number nobody has, a wrong
 * answer, and a number tried too often, whatever is answered then.
 */
export async function resolveTrackingNumber(
  database: Database,
  said: { readonly number: string; readonly answer: string },
  now: Date,
): Promise<{ readonly organizationId: string; readonly visitId: string } | null> {
  const number = trackingNumberSchema.safeParse(said.number);
  const answer = identityAnswerSchema.safeParse(said.answer);
  if (!number.success || !answer.success) return null;
  const name = number.data.toLowerCase();
  const [tries, candidates] = await Promise.all([
    countNumberTry(database, hashToken(`tracking number ${name}`), now, DAY_SECONDS),
    findNumberCandidates(database, number.data),
  ]);
  const fitting = candidates.filter((each) => matchTrackingNumber([each], answer.data, each.policy, now.getTime()));
  return tries <= TRIES_PER_DAY && fitting.length === 1 ? fitting[0]! : null;
}
