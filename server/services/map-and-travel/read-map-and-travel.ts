import "server-only";
import { z } from "zod";
import { listOwnSources, type OwnSourceRow } from "@/db/queries/own-source/own-sources";
import {
  type GeocoderSource,
  type MapSource,
  type OwnSource,
  type SourceFault,
  type SourcePart,
  type TravelSource,
  withServersOnly,
} from "@/server/domain/own-source/own-source";
import { query } from "../kernel/query";

/** What an organization has chosen itself; its key is not told. */
interface Chosen<S> {
  readonly source: S;
  readonly hasKey: boolean;
  readonly changedAt: string;
  /** How it was found when it was last asked; instants are null for "never since it was saved". */
  readonly state: {
    readonly answeredAt: string | null;
    readonly failedAt: string | null;
    /** What was wrong then. */
    readonly fault: SourceFault | null;
    /** Null: it answers as it should. */
    readonly failingSince: string | null;
  };
}

/**
 * How this installation finds its maps, addresses and roads, and what the asker's organization has chosen in its place.
 * Keys are not told, and addresses, which may hold one, whole only to who may change them.
 */
export const readMapAndTravel = query({
  permission: "settings.read",
  input: z.object({}),
  prepare: ({ ports }) => ports.mapAndTravel.read(),
  run: async ({ tx, actor, prepared }) => {
    const rows = await listOwnSources(tx, actor.organizationId);
    const isWhole = actor.permissions.has("settings.write");
    const chosen = <S extends OwnSource>(part: SourcePart) => {
      const row = rows.find((each) => each.part === part);
      return row ? shown<S>(row, isWhole) : null;
    };
    return {
      ...prepared,
      own: {
        geocoder: chosen<GeocoderSource>("geocoder"),
        travel: chosen<TravelSource>("travel"),
        map: chosen<MapSource>("map"),
      },
    };
  },
});

function shown<S extends OwnSource>(row: OwnSourceRow, isWhole: boolean): Chosen<S> {
  const { settings, sealed, changedAt, answeredAt, failedAt, fault, failingSince } = row;
  const text = (instant: Date | null) => instant?.toISOString() ?? null;
  const source = settings as S;
  return {
    source: isWhole ? source : withServersOnly(source),
    hasKey: sealed !== null,
    changedAt: changedAt.toISOString(),
    state: {
      answeredAt: text(answeredAt),
      failedAt: text(failedAt),
      fault,
      failingSince: text(failingSince),
    },
  };
}
