import "server-only";
import type { Database } from "@/db/client";
import {
  listSealedTexts,
  replaceSealedText,
  SEALED_PLACES,
  type SealedPlace,
  type SealedText,
} from "@/db/queries/secret/sealed-texts";
import type { SecretBox } from "@/server/ports/secret-box";
import { sourceKeySubject } from "../own-source/source-key";
import { connectionSubject } from "../partner/carrier-connection";
import { secretSubject } from "../webhook/webhook-secret";

const ROWS_AT_ONCE = 500;
/** Before every id there is. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

export interface ResealedPlace {
  readonly place: SealedPlace;
  /** What the present key has sealed, before and by this. */
  readonly current: number;
  /** Of these, what was sealed anew. */
  readonly resealed: number;
  /** What no key that is known here opens. */
  readonly lost: number;
}

/**
 * Seals every secret anew that another key than the present one has sealed, while everybody goes on working: nothing is
 * locked, and what is changed meanwhile is sealed with the present key by whoever changes it. Of the whole installation.
 */
export async function resealSecrets(database: Database, box: SecretBox): Promise<ResealedPlace[]> {
  const done: ResealedPlace[] = [];
  for (const place of SEALED_PLACES) {
    const counts = { current: 0, resealed: 0, lost: 0 };
    let after = FIRST_ID;
    for (;;) {
      const page = await listSealedTexts(database, place, after, ROWS_AT_ONCE);
      for (const text of page) counts[await resealOne(database, box, text)] += 1;
      after = page.at(-1)?.id ?? after;
      if (page.length < ROWS_AT_ONCE) break;
    }
    done.push({ place, ...counts, current: counts.current + counts.resealed });
  }
  return done;
}

async function resealOne(
  database: Database,
  box: SecretBox,
  text: SealedText,
): Promise<"current" | "resealed" | "lost"> {
  const about = subjectOf(text);
  let next: string | null;
  try {
    next = box.reseal(text.sealed, about);
  } catch {
    return "lost";
  }
  if (next === null) return "current";
  return (await replaceSealedText(database, text, next)) ? "resealed" : "current";
}

function subjectOf({ place, organizationId, subjectId }: SealedText): string {
  if (place === "own-source") return sourceKeySubject(organizationId, subjectId);
  if (place === "partner-connection") return connectionSubject(organizationId, subjectId);
  return secretSubject({ organizationId, id: subjectId });
}
