import type { FleetDocumentKind } from "@/server/domain/proof/upload";
import { addLocalDays } from "@/server/domain/time/local-date";

/** So many days before its last one a paper is said to expire. */
export const DOCUMENT_WARNING_DAYS = 30;

/** `expiring`: it is good for `DOCUMENT_WARNING_DAYS` at most. */
export type DocumentStanding = "valid" | "expiring" | "expired";

/** What of a paper decides how it stands. Its last day is one on which it is still good; null: it does not expire. */
export interface Paper {
  readonly kind: string;
  /** Tells papers of the kind "other" from each other. */
  readonly title: string;
  readonly expiresOn: string | null;
}

/** How a paper stands on a day. */
export function documentStanding(expiresOn: string | null, today: string): DocumentStanding {
  if (expiresOn === null) return "valid";
  if (expiresOn < today) return "expired";
  return expiresOn <= addLocalDays(today, DOCUMENT_WARNING_DAYS) ? "expiring" : "valid";
}

export interface StandingPaper {
  readonly kind: FleetDocumentKind;
  readonly title: string;
  readonly expiresOn: string;
  readonly standing: "expiring" | "expired";
}

/**
 * What of somebody's papers has expired or soon will, the earliest first. Of several of a kind the one that is good
 * longest counts: who has a new licence is not reminded of the old one.
 */
export function papersToRenew(papers: readonly Paper[], today: string): StandingPaper[] {
  const best = new Map<string, Paper>();
  for (const paper of papers) {
    const key = paper.kind === "other" ? `other ${paper.title.trim().toLowerCase()}` : paper.kind;
    const known = best.get(key);
    if (!known || isLonger(paper.expiresOn, known.expiresOn)) best.set(key, paper);
  }
  return [...best.values()]
    .flatMap(({ kind, title, expiresOn }) => {
      const standing = documentStanding(expiresOn, today);
      if (expiresOn === null || standing === "valid") return [];
      return [{ kind: kind as FleetDocumentKind, title, expiresOn, standing }];
    })
    .sort((one, other) => one.expiresOn.localeCompare(other.expiresOn));
}

function isLonger(one: string | null, other: string | null): boolean {
  if (other === null) return false;
  return one === null || one > other;
}
