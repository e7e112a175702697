import "server-only";
import type { Database } from "@/db/client";

/** How many partners are in use, of all organizations. */
export async function countActivePartners(database: Database): Promise<number> {
  const [row] = await database.raw<{ partners: number }[]>`
    select count(*)::int as partners from partner where status = 'active'`;
  return row!.partners;
}
