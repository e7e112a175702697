import "server-only";
import type { Database } from "@/db/client";
import { findRealOrganization } from "@/db/queries/sandbox/sandboxes";
import type { HttpGuard } from "@/server/adapters/http/fetch-json";
import type { SourcePart } from "@/server/domain/own-source/own-source";
import type { SecretBox } from "@/server/ports/secret-box";
import { type OpenedSource, openOwnSource } from "@/server/services/own-source/open-own-source";
import type { Env } from "./env";

/** What an organization has chosen for a part at this moment; null: what the installation has. */
export type OwnSourceReader = <P extends SourcePart>(
  organizationId: string,
  part: P,
) => Promise<OpenedSource<P> | null>;

/** A sandbox has what its organization has chosen: who is told addresses there is nobody else. */
export function createOwnSourceReader(database: Database, box: SecretBox): OwnSourceReader {
  // What an organization is, it stays.
  const owners = new Map<string, Promise<string>>();
  const ownerOf = (organizationId: string): Promise<string> => {
    const owner = owners.get(organizationId) ?? findRealOrganization(database, organizationId);
    owners.set(organizationId, owner);
    owner.catch(() => owners.delete(organizationId));
    return owner;
  };
  return async (organizationId, part) => openOwnSource({ database, box }, await ownerOf(organizationId), part);
}

/** A style of a whole country with all its layers is below one; a table of ten thousand ways below a quarter. */
const MOST_ANSWER_BYTES = 8_000_000;

/** How servers that an organization names are asked: within bounds, and none of our own networks unless they are open. */
export function sourceGuard({ DRAY_PRIVATE_ADDRESSES: allowPrivate }: Pick<Env, "DRAY_PRIVATE_ADDRESSES">): HttpGuard {
  return { allowPrivate, maxAnswerBytes: MOST_ANSWER_BYTES, keepsConnections: true };
}

/** Goes for so long by what was looked up of an organization; what failed is looked up anew. */
export function keepRecent<T>(
  keepMilliseconds: number,
  look: (organizationId: string) => Promise<T>,
): (organizationId: string) => Promise<T> {
  const recent = new Map<string, { readonly atMs: number; readonly it: Promise<T> }>();
  return (organizationId) => {
    const known = recent.get(organizationId);
    const nowMs = performance.now();
    if (known && nowMs - known.atMs < keepMilliseconds) return known.it;
    const it = look(organizationId);
    recent.set(organizationId, { atMs: nowMs, it });
    it.catch(() => recent.delete(organizationId));
    return it;
  };
}

/** Makes what asks a source once per organization, and anew whenever it was saved anew: its turns and rests are its own. */
export function keepMade<P extends SourcePart, T>(
  make: (source: OpenedSource<P>, organizationId: string) => T,
): (organizationId: string, source: OpenedSource<P>) => T {
  const made = new Map<string, { readonly stamp: string; readonly it: T }>();
  return (organizationId, source) => {
    const known = made.get(organizationId);
    if (known?.stamp === source.stamp) return known.it;
    const it = make(source, organizationId);
    made.set(organizationId, { stamp: source.stamp, it });
    return it;
  };
}
