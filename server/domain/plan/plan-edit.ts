/** Where a visit goes: after another visit of a route, at a route's front (`afterVisitId` null), or into the pool. */
export interface Placement {
  readonly visitId: string;
  readonly routeId: string | null;
  readonly afterVisitId: string | null;
}

/** What takes an edit back. Stated as intents, so that it can be put on top of what others did in between. */
export type PlanEditInverse =
  | {
      readonly kind: "place";
      /** Applied in order. */
      readonly placements: readonly Placement[];
      /** Where the edit left each visit; if one is elsewhere by now, somebody touched it. */
      readonly leftAt: readonly { readonly visitId: string; readonly routeId: string | null }[];
    }
  | {
      readonly kind: "restore";
      /** The sequences before the edit, of every route it changed. */
      readonly routes: readonly { readonly routeId: string; readonly visitIds: readonly string[] }[];
      /** The sequences the edit left; a route that is driven otherwise by now refuses. */
      readonly leftAs: readonly { readonly routeId: string; readonly visitIds: readonly string[] }[];
    }
  | {
      readonly kind: "lock";
      readonly routes: readonly {
        readonly routeId: string;
        readonly locked: boolean;
        /** Absent in edits from before there was one: left as it is. */
        readonly frozenStops?: number;
      }[];
      readonly stops: readonly {
        readonly visitId: string;
        readonly lockedToDriver: boolean;
        readonly lockedToPosition: boolean;
        /** Elapsed seconds from the plan's local midnight; null: at any time. Absent: left as it is. */
        readonly lockedStartSeconds?: number | null;
      }[];
    };
