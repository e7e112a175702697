import { expect } from "vitest";
import type { Database } from "@/db/client";

/** Until so many in the worker's database wait for what others hold. */
export async function untilWaiting({ raw }: Database, count: number): Promise<void> {
  const waiting = async () => {
    const [row] = await raw`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.n;
  };
  await expect.poll(waiting).toBe(count);
}
