import "server-only";
import { sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import type { SourceFault, SourcePart } from "@/server/domain/own-source/own-source";

/** How asking a source went that an organization has chosen. */
export interface SourceAnswer {
  readonly organizationId: string;
  readonly part: SourcePart;
  /** Which of its choices was asked: what is said of an older one is of no use. */
  readonly changedAt: Date;
  readonly at: Date;
  /** Null: it answered as it should. */
  readonly fault: SourceFault | null;
}

/** Keeps how a source was last found, unless something later is known; true where it had failed until then and does so no more. */
export async function noteSourceAnswer(
  tx: Tx,
  { organizationId, part, changedAt, at, fault }: SourceAnswer,
): Promise<boolean> {
  const instant = at.toISOString();
  const found =
    fault === null
      ? sql`answered_at = ${instant}, failing_since = null`
      : sql`failed_at = ${instant}, fault = ${fault}, failing_since = coalesce(own_source.failing_since, ${instant})`;
  const [row] = await tx.execute<{ was_failing: boolean }>(sql`
    with before as (
      select organization_id, id, failing_since from own_source
      where organization_id = ${organizationId} and part = ${part} and changed_at = ${changedAt.toISOString()}
        and greatest(coalesce(answered_at, '-infinity'), coalesce(failed_at, '-infinity')) <= ${instant} for update)
    update own_source set ${found} from before
    where own_source.organization_id = before.organization_id and own_source.id = before.id
    returning before.failing_since is not null as was_failing`);
  return fault === null && row?.was_failing === true;
}

/** How many organizations' sources do not answer as they should, by part. Outside any tenant: whose they are is not told. */
export async function countFailingSources({ raw }: Database): Promise<Readonly<Record<SourcePart, number>>> {
  const rows = await raw<{ part: SourcePart; failing: number }[]>`
    select part, count(*)::int as failing from own_source where failing_since is not null group by part`;
  const of = (part: SourcePart) => rows.find((row) => row.part === part)?.failing ?? 0;
  return { geocoder: of("geocoder"), travel: of("travel"), map: of("map") };
}
