import "server-only";
import { and, desc, eq, gt, isNull, like, lt, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { partnerExchange } from "@/db/schema/partner-handover";
import type { ExchangeKind } from "@/server/domain/partner/exchange-kind";
import { UNHEARD_MS } from "@/server/domain/partner/handover";

export type PartnerExchangeRow = typeof partnerExchange.$inferInsert;

/** Keeps what was said; texts as far as the database can hold them. */
export async function insertExchanges(tx: Tx, rows: readonly PartnerExchangeRow[]): Promise<void> {
  await bulkInsert(tx, partnerExchange, rows.map(storable));
}

/** Keeps a call of the partner's; false where one of that name has been kept. It waits for one that is under way. */
export async function claimExchange(tx: Tx, row: PartnerExchangeRow & { readonly name: string }): Promise<boolean> {
  const rows = await tx
    .insert(partnerExchange)
    .values(storable(row))
    .onConflictDoNothing()
    .returning({ id: partnerExchange.id });
  return rows.length > 0;
}

/**
 * True once a partner has answered that he was told a handover is not his any more, and has not answered the offer itself
 * after that: who takes what was called off before he said so has to be told again. A no (nothing is known of it, it is too
 * late) is none so soon after an offer of which nobody knows whether it was heard. `since`: when it was left with him after he
 * had been told; null: never (index `partner_exchange_handover`).
 */
export async function hasHeardCancel(
  tx: Tx,
  organizationId: string,
  handoverId: string,
  since: Date | null = null,
): Promise<boolean> {
  const { organizationId: owner, handoverId: about, kind, failure, id, status, createdAt } = partnerExchange;
  const offer = alias(partnerExchange, "offer");
  const isOfOffer = and(eq(offer.organizationId, owner), eq(offer.handoverId, about), eq(offer.kind, "hand-over"));
  const answeredLater = tx
    .select({ id: offer.id })
    .from(offer)
    .where(and(isOfOffer, gt(offer.id, id)));
  const unheardBefore = tx
    .select({ id: offer.id })
    .from(offer)
    .where(
      and(isOfOffer, ne(offer.failure, ""), gt(offer.createdAt, sql`${createdAt} - ${UNHEARD_MS} * interval '1 ms'`)),
    );
  const [row] = await tx
    .select({ id })
    .from(partnerExchange)
    .where(
      and(
        eq(owner, organizationId),
        eq(about, handoverId),
        eq(kind, "cancel"),
        eq(failure, ""),
        since ? gt(createdAt, since) : undefined,
        notExists(answeredLater),
        or(isNull(status), lt(status, 400), notExists(unheardBefore)),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** True once it was tried to tell a partner that a handover is not his any more (index `partner_exchange_handover`). */
export async function hasTriedCancel(tx: Tx, organizationId: string, handoverId: string): Promise<boolean> {
  const { organizationId: owner, handoverId: about, kind, id } = partnerExchange;
  const [row] = await tx
    .select({ id })
    .from(partnerExchange)
    .where(and(eq(owner, organizationId), eq(about, handoverId), eq(kind, "cancel")))
    .limit(1);
  return row !== undefined;
}

/** The call of a partner's by its name (index `partner_exchange_name`). */
export async function findExchange(
  tx: Tx,
  organizationId: string,
  partnerId: string,
  kind: ExchangeKind,
  name: string,
) {
  const [row] = await tx
    .select({ id: partnerExchange.id, requestHash: partnerExchange.requestHash, answer: partnerExchange.answer })
    .from(partnerExchange)
    .where(
      and(
        eq(partnerExchange.organizationId, organizationId),
        eq(partnerExchange.partnerId, partnerId),
        eq(partnerExchange.kind, kind),
        eq(partnerExchange.name, name),
      ),
    );
  return row;
}

/** A manifest of ours as the file that was sent; undefined where it is kept no longer. */
export async function findListing(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx
    .select({ fileName: partnerExchange.name, content: partnerExchange.request })
    .from(partnerExchange)
    .where(
      and(
        eq(partnerExchange.organizationId, organizationId),
        eq(partnerExchange.id, id),
        eq(partnerExchange.kind, "listing"),
      ),
    );
  return row && { fileName: row.fileName ?? "manifest.csv", mediaType: "text/csv", content: row.content };
}

/** How many manifests of ours whose names begin so a partner has been sent (index `partner_exchange_name`). */
export function countListings(tx: Tx, organizationId: string, partnerId: string, beginning: string): Promise<number> {
  const { organizationId: owner, partnerId: to, kind, name } = partnerExchange;
  return tx.$count(
    partnerExchange,
    and(eq(owner, organizationId), eq(to, partnerId), eq(kind, "listing"), like(name, `${beginning}%`)),
  );
}

/** A page of what was said to a partner and by it, newest first, without the words themselves. */
export async function selectExchangePage(
  tx: Tx,
  organizationId: string,
  partnerId: string,
  {
    kind,
    isFailedOnly,
    handoverId,
    beforeId,
    limit,
  }: {
    kind: ExchangeKind | undefined;
    isFailedOnly: boolean;
    handoverId: string | undefined;
    beforeId: string | undefined;
    limit: number;
  },
) {
  return tx
    .select({
      id: partnerExchange.id,
      kind: partnerExchange.kind,
      status: partnerExchange.status,
      failure: partnerExchange.failure,
      milliseconds: partnerExchange.milliseconds,
      handoverId: partnerExchange.handoverId,
      createdAt: partnerExchange.createdAt,
    })
    .from(partnerExchange)
    .where(
      and(
        eq(partnerExchange.organizationId, organizationId),
        eq(partnerExchange.partnerId, partnerId),
        kind && eq(partnerExchange.kind, kind),
        isFailedOnly ? or(ne(partnerExchange.failure, ""), sql`${partnerExchange.status} >= 400`) : undefined,
        handoverId === undefined ? undefined : eq(partnerExchange.handoverId, handoverId),
        beforeId === undefined ? undefined : lt(partnerExchange.id, beforeId),
      ),
    )
    .orderBy(desc(partnerExchange.id))
    .limit(limit);
}

/** One exchange, word for word. */
export async function findExchangeById(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(partnerExchange)
    .where(and(eq(partnerExchange.organizationId, organizationId), eq(partnerExchange.id, id)));
  return row;
}

/** Says how a partner's call was answered. */
export async function answerExchange(tx: Tx, organizationId: string, id: string, answer: string): Promise<void> {
  await tx
    .update(partnerExchange)
    .set({ answer, status: sql`coalesce(${partnerExchange.status}, 200)` })
    .where(and(eq(partnerExchange.organizationId, organizationId), eq(partnerExchange.id, id)));
}

function storable<R extends PartnerExchangeRow>(row: R): R {
  const text = (value: string) => value.replaceAll("\0", "\ufffd").toWellFormed();
  return { ...row, request: text(row.request), ...(row.answer !== undefined && { answer: text(row.answer) }) };
}
