import "server-only";
import type { Database, Tx } from "@/db/client";
import { findOwnSource, type OwnSourceRow } from "@/db/queries/own-source/own-sources";
import { withTenant } from "@/db/with-tenant";
import type { GeocoderSource, MapSource, SourcePart, TravelSource } from "@/server/domain/own-source/own-source";
import type { SecretBox } from "@/server/ports/secret-box";
import { sourceKeySubject } from "./source-key";

interface Sources {
  readonly geocoder: GeocoderSource;
  readonly travel: TravelSource;
  readonly map: MapSource;
}

/** An organization's choice for a part, ready to be asked. */
export interface OpenedSource<P extends SourcePart> {
  /** Who has chosen it. */
  readonly organizationId: string;
  readonly part: P;
  readonly changedAt: Date;
  readonly settings: Sources[P];
  readonly key: string | null;
  /** Another one whenever its answers may be others. */
  readonly stamp: string;
}

/** What an organization has chosen for a part, its key opened; null: what the installation has. */
export async function openOwnSource<P extends SourcePart>(
  { database, box }: { readonly database: Database; readonly box: SecretBox },
  organizationId: string,
  part: P,
): Promise<OpenedSource<P> | null> {
  const find = (tx: Tx) => findOwnSource(tx, organizationId, part);
  const row = await withTenant(database, organizationId, find, { readOnly: true });
  return row ? openRow<P>(box, row) : null;
}

/** A key that nothing here opens any more is none: the source is asked without, and answers that it wants one. */
export function openRow<P extends SourcePart>(box: SecretBox, row: OwnSourceRow): OpenedSource<P> {
  const { organizationId, id, part, settings, sealed, changedAt } = row;
  return {
    organizationId,
    part: part as P,
    changedAt,
    settings: settings as Sources[P],
    key: sealed === null ? null : openKey(box, sealed, sourceKeySubject(organizationId, id)),
    stamp: `${id} ${changedAt.toISOString()}`,
  };
}

function openKey(box: SecretBox, sealed: string, subject: string): string | null {
  try {
    return box.open(sealed, subject);
  } catch {
    return null;
  }
}
