import "server-only";
import type { Database } from "@/db/client";

/** Whether there is room for positions of an instant, and when the newest one of any organization came; null: never. */
export async function findPositionIntake(
  database: Database,
  now: Date,
): Promise<{ readonly hasRoom: boolean; readonly newestAt: Date | null }> {
  const [row] = await database.raw<{ hasRoom: boolean; newestAt: Date | null }[]>`
    select to_regclass(format('position_%s', to_char(${now}::timestamptz at time zone 'UTC', 'YYYYMMDD'))) is not null
        as "hasRoom",
      (select max(received_at) from last_position) as "newestAt"`;
  return row!;
}
