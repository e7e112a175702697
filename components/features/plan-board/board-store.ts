import { createContext, use } from "react";
import { createStore, type StoreApi, useStore } from "zustand";
import type { CutoffCheck } from "@/server/domain/cutoff/cutoff-counts";
import type { MovePreview } from "@/server/domain/plan/evaluate-insertion";
import type { PlaceTruth } from "@/server/domain/plan/place-conflicts";
import type { RouteTruth } from "@/server/domain/plan/route-conflicts";
import type { InsertionPreview } from "@/server/domain/plan/what-if/find-best-insertions";
import type { BoardIntent } from "./board-state/board-intent";
import type { OpenPreview } from "./diff/edit-request";
import type { LiveCount } from "./live/count-routes";
import type { ScopeKind } from "./optimize/scope-choices";
import { DEFAULT_PANELS, type PanelLayout } from "./panel-layout";

/** What a pointer or key points at: a stop (planned or not), a route, or the heading of the unassigned. */
export type BoardCursor =
  | { readonly kind: "stop"; readonly id: string }
  | { readonly kind: "route"; readonly id: string }
  | { readonly kind: "pool" };

/** Where a drag would land; `gap` is an exact place between two stops, `slot` a route at some time of its day. */
export type DropPlace =
  | { readonly kind: "route"; readonly routeId: string }
  | { readonly kind: "gap" | "slot"; readonly routeId: string; readonly afterVisitId: string | null }
  | { readonly kind: "pool" };

export interface BoardDrag {
  readonly visitIds: readonly string[];
  readonly from: "list" | "map";
}

/** An edit to be taken back, or done again, whose stops somebody else has moved since. */
export interface RevertQuestion {
  readonly kind: "revert";
  readonly direction: "undo" | "redo";
  readonly label: string;
  /** Where the stops are now, and by whom; empty when only the server's words are known. */
  readonly truths: readonly PlaceTruth[];
  readonly text: string;
}

export type BoardDialog =
  | { readonly kind: "choose-drivers" }
  | { readonly kind: "optimize"; readonly scope?: ScopeKind; readonly keepDrivers?: boolean }
  | { readonly kind: "dispatch" }
  | { readonly kind: "receipts" }
  /** The checklist before the cut-off, at one of its lists. */
  | { readonly kind: "cutoff"; readonly check?: CutoffCheck }
  /** `asPreview`: whatever is chosen is looked at first. */
  | { readonly kind: "move-to"; readonly asPreview?: boolean }
  | { readonly kind: "go-to-time" }
  /** The orders of the selected stops to another day. */
  | { readonly kind: "roll-over" }
  /** Their link once more to the drivers of these routes. */
  | { readonly kind: "notify"; readonly routeIds: readonly string[] }
  /** How stops ended, said for their driver. */
  | { readonly kind: "report"; readonly routeId: string; readonly visitIds: readonly string[] }
  /** Who drives a route from now on. */
  | { readonly kind: "swap-driver"; readonly routeId: string }
  | RevertQuestion;

/** An intent that somebody else was faster than: it waits for the dispatcher to decide. */
export interface EditConflict {
  readonly id: string;
  readonly intent: BoardIntent;
  /** Where the visits are instead, and by whom. */
  readonly truths: readonly PlaceTruth[];
  /** Of a lock of routes: what has become of them. */
  readonly routes: readonly RouteTruth[];
  /** Later intents on the same stops that went with it. */
  readonly dependents: number;
}

export interface BoardGestures {
  readonly selectedIds: ReadonlySet<string>;
  /** Put together on purpose: walking on with J and K then leaves it alone, and otherwise takes it along. */
  readonly pinned: boolean;
  /** Where a Shift-range begins. */
  readonly anchorId: string | null;
  readonly cursor: BoardCursor | null;
  readonly hovered: BoardCursor | null;
  readonly expandedRouteIds: ReadonlySet<string>;
  /** Null: open while it is short enough to leave the routes in view. */
  readonly poolExpanded: boolean | null;
  /** Shown at full strength while the rest is faint; empty: all alike. */
  readonly isolatedRouteIds: ReadonlySet<string>;
  readonly hiddenRouteIds: ReadonlySet<string>;
  readonly tool: "none" | "lasso";
  readonly drag: BoardDrag | null;
  readonly dropPlace: DropPlace | null;
  /** Alt turns exact into best, and best into exact. */
  readonly dropFlipped: boolean;
  /** What the best position on each route would cost, as far as worked out. */
  readonly previews: ReadonlyMap<string, InsertionPreview>;
  /** What letting go now would do. */
  readonly dropPreview: MovePreview | null;
  readonly cutIds: readonly string[];
  readonly conflicts: readonly EditConflict[];
  readonly dialog: BoardDialog | null;
  /** An edit that is looked at before it is done. */
  readonly preview: OpenPreview | null;
  /** Which side of a preview or proposal the map shows. */
  readonly reviewSide: "before" | "after";
  /** Raised to bring the selection, the isolated routes or everything into view. */
  readonly fitRequests: number;
  /** Raised to give the list the focus, its active row with it. */
  readonly listFocusRequests: number;
  /** On narrow screens one of the two is shown. */
  readonly narrowView: "list" | "map";
  readonly panels: PanelLayout;
  /** The stretch of the day marked on the timeline's axis. */
  readonly timeBrush: { readonly fromSeconds: number; readonly toSeconds: number } | null;
  /** A moment the timeline is to bring into view; a new object for every wish. */
  readonly timeWish: { readonly seconds: number } | null;
  /** The moment of the day that is replayed, in the plan's seconds; null: as things are. */
  readonly replaySeconds: number | null;
  /** The route whose van's way is drawn on the map. */
  readonly trailRouteId: string | null;
  /** How the routes that are driven are listed. */
  readonly liveOrder: "number" | "breach";
  /** The routes that the strip narrows list and map to; null: all. */
  readonly liveOnly: LiveCount | null;
  /** What stands in the list while the day is driven. */
  readonly liveList: "routes" | "exceptions";
  /** The route whose van the map goes with. */
  readonly followedRouteId: string | null;
  readonly announcement: string;
}

export type BoardStore = StoreApi<BoardGestures>;

const NOTHING: BoardGestures = {
  selectedIds: new Set(),
  pinned: false,
  anchorId: null,
  cursor: null,
  hovered: null,
  expandedRouteIds: new Set(),
  poolExpanded: null,
  isolatedRouteIds: new Set(),
  hiddenRouteIds: new Set(),
  tool: "none",
  drag: null,
  dropPlace: null,
  dropFlipped: false,
  previews: new Map(),
  dropPreview: null,
  cutIds: [],
  conflicts: [],
  dialog: null,
  preview: null,
  reviewSide: "after",
  fitRequests: 0,
  listFocusRequests: 0,
  narrowView: "list",
  panels: DEFAULT_PANELS,
  timeBrush: null,
  timeWish: null,
  replaySeconds: null,
  trailRouteId: null,
  liveOrder: "breach",
  liveOnly: null,
  liveList: "routes",
  followedRouteId: null,
  announcement: "",
};

/** Gestures only: what is pointed at, picked and dragged. What the day is lives in the query cache and the intent queue. */
export function createBoardStore(panels: PanelLayout = DEFAULT_PANELS): BoardStore {
  return createStore<BoardGestures>(() => ({ ...NOTHING, panels }));
}

export const BoardStoreContext = createContext<BoardStore | null>(null);

export function useBoardStoreApi(): BoardStore {
  const store = use(BoardStoreContext);
  if (!store) throw new Error("The board's parts stand inside PlanBoard");
  return store;
}

export function useBoardStore<T>(select: (gestures: BoardGestures) => T): T {
  return useStore(useBoardStoreApi(), select);
}
