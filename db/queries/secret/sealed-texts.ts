import "server-only";
import type { Database } from "@/db/client";

/** A secret as it is kept, and the row it was sealed for. */
export interface SealedText {
  readonly place: SealedPlace;
  readonly organizationId: string;
  /** The row's own. */
  readonly id: string;
  /** What it was sealed for: the partner, the subscriber. */
  readonly subjectId: string;
  readonly sealed: string;
}

/** Every column that keeps sealed text. */
export const SEALED_PLACES = ["partner-connection", "webhook", "webhook-former", "own-source"] as const;
export type SealedPlace = (typeof SEALED_PLACES)[number];

/** A page of what is sealed in one place, by id, after the last one of the page before. Outside any tenant. */
export async function listSealedTexts(
  { raw }: Database,
  place: SealedPlace,
  afterId: string,
  limit: number,
): Promise<SealedText[]> {
  const { table, column, subject } = columnsOf(place);
  const rows = await raw<Omit<SealedText, "place">[]>`
    select organization_id as "organizationId", id, ${raw(subject)} as "subjectId", ${raw(column)} as sealed
    from ${raw(table)} where ${raw(column)} is not null and id > ${afterId} order by id limit ${limit}`;
  return rows.map((row) => ({ ...row, place }));
}

/** Puts sealed text in the place of what it was made from; false where that has changed meanwhile. Outside any tenant. */
export async function replaceSealedText(
  { raw }: Database,
  { place, organizationId, id, sealed }: SealedText,
  next: string,
): Promise<boolean> {
  const { table, column } = columnsOf(place);
  const { count } = await raw`update ${raw(table)} set ${raw(column)} = ${next}
    where organization_id = ${organizationId} and id = ${id} and ${raw(column)} = ${sealed}`;
  return count > 0;
}

function columnsOf(place: SealedPlace) {
  if (place === "own-source") return { table: "own_source", column: "sealed", subject: "id" };
  if (place === "partner-connection") return { table: "partner_connection", column: "sealed", subject: "partner_id" };
  return { table: "webhook", column: place === "webhook" ? "secret" : "former_secret", subject: "id" };
}
