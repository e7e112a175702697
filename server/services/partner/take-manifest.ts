import "server-only";
import { z } from "zod";
import { answerExchange, claimExchange, findExchange } from "@/db/queries/partner/exchanges";
import { type ManifestKey, matchManifest } from "@/db/queries/partner/handovers";
import { changed, command, unchanged } from "../kernel/command";
import { hashBytes } from "./keep-exchange";
import { ownPartner } from "./own-partner";

/** What became of a manifest's line. */
export interface ManifestVerdict {
  readonly line: number;
  readonly outcome: "matched" | "unknown" | "ambiguous" | "repeated";
  readonly deliveryId: string | null;
}
export interface ManifestAnswer {
  readonly id: string;
  readonly verdicts: readonly ManifestVerdict[];
}

/**
 * Takes a partner's list of what it fetches, keeps it as it came, and says of each line which of its deliveries is meant.
 * Nothing is moved by it: what is aboard a driver says. A manifest that comes again is answered as then.
 */
export const takeManifest = command({
  permission: "partner.act",
  input: z.object({
    partnerId: z.uuid(),
    name: z.string().min(1).max(300),
    raw: z.string(),
    lines: z.custom<readonly ManifestKey[]>(Array.isArray),
  }),
  run: async ({ tx, actor, now, newId, correlationId }, { partnerId, name, raw, lines }) => {
    const { organizationId } = actor;
    await ownPartner(tx, actor, partnerId);
    const id = newId();
    const key = hashBytes(`manifest ${name}`);
    const row = { organizationId, id, partnerId, kind: "manifest" as const, name: key, request: raw };
    if (!(await claimExchange(tx, { ...row, requestHash: hashBytes(raw), correlationId, createdAt: now }))) {
      const before = await findExchange(tx, organizationId, partnerId, "manifest", key);
      return unchanged({ ...(JSON.parse(before!.answer) as ManifestAnswer), isRepeated: true });
    }
    const verdicts = verdictsOf(lines, await matchManifest(tx, organizationId, partnerId, lines));
    const answer: ManifestAnswer = { id, verdicts };
    await answerExchange(tx, organizationId, id, JSON.stringify(answer));
    const deliveryIds = verdicts.flatMap(({ outcome, deliveryId }) => (outcome === "matched" ? [deliveryId] : []));
    const data = { manifestId: id, lines: lines.length, matched: deliveryIds.length };
    return changed({ ...answer, isRepeated: false }, [
      { type: "partner.manifest-taken", entity: "partner", entityId: partnerId, data },
    ]);
  },
});

function verdictsOf(
  lines: readonly ManifestKey[],
  matches: Awaited<ReturnType<typeof matchManifest>>,
): ManifestVerdict[] {
  const found = new Map<number, string[]>();
  for (const { line, deliveryId } of matches) found.set(line, [...(found.get(line) ?? []), deliveryId]);
  const seen = new Set<string>();
  return lines.map(({ line, names }) => {
    const [deliveryId, ...more] = found.get(line) ?? [];
    if (deliveryId === undefined) return { line, outcome: "unknown", deliveryId: null };
    if (more.length > 0) return { line, outcome: "ambiguous", deliveryId: null };
    // Several parcels of one delivery are lines of their own; the same parcel is so once.
    const parcel = `${deliveryId} ${names.join("\n")}`;
    const outcome = seen.has(parcel) ? "repeated" : "matched";
    seen.add(parcel);
    return { line, outcome, deliveryId };
  });
}
