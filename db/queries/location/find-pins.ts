import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { textArray } from "@/db/queries/json-param";
import type { LatLng } from "@/server/domain/geo";

/** The positions people have given to addresses, by address key (index `address_pin_address_key`). */
export async function findPins(
  tx: Tx,
  organizationId: string,
  addressKeys: readonly string[],
): Promise<ReadonlyMap<string, LatLng>> {
  if (addressKeys.length === 0) return new Map();
  const rows = await tx.execute<{ address_key: string; lat: number; lng: number }>(sql`
    select address_key, lat, lng from address_pin
    where organization_id = ${organizationId} and address_key = any(${textArray([...new Set(addressKeys)])})`);
  return new Map([...rows].map((row) => [row.address_key, { lat: row.lat, lng: row.lng }]));
}
