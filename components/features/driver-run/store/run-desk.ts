import { createStore, type StoreApi } from "zustand";
import type { DriverOp } from "@/server/domain/execution/driver-op";
import { isPlausiblePosition } from "@/server/domain/geo";
import { seenStops } from "../day/changed-stops";
import { type Answer, type CustomerMessage, sendCustomerNote } from "../sync/run-api";
import { type SyncState, startSync } from "../sync/start-sync";
import { openRoute } from "../sync/sync-route";
import { dropOldRoutes } from "./drop-old-routes";
import type { DoorValues, KeptProof, PositionFix } from "./kept";
import { dismissAct, keepActs, type NewAct } from "./kept-acts";
import { keepFix } from "./kept-fixes";
import { dropProof, keepDraft, keepProof, proofBytes } from "./kept-proofs";
import { findKeptRoute, type KeptDay, patchRoute, readKeptDay } from "./kept-routes";
import { openDatabase } from "./open-database";

/** `unknown`: nothing is kept of this link and there is no network; `unkept`: this browser keeps nothing at all. */
export type RunPhase = "opening" | "ready" | "closed" | "unknown" | "unkept";

export interface RunState {
  readonly phase: RunPhase;
  readonly day: KeptDay | null;
  readonly sync: SyncState;
}

/** A driver's route on this device: what is known of it, and all that can be done. Every act resolves once it is kept. */
export interface RunDesk {
  /** Somebody of the desk looks, who can do nothing; absent: it is the driver. */
  readonly isLooking?: true;
  readonly state: StoreApi<RunState>;
  /** Several at once are kept together or not at all. `doorKey`: the door whose form they came from. */
  act(act: NewAct | readonly NewAct[], doorKey?: string): Promise<void>;
  fillIn(doorKey: string, values: DoorValues): Promise<void>;
  takeProof(
    proof: Omit<KeptProof, "routeId" | "opId" | "visitIds" | "state">,
    bytes: ArrayBuffer,
    form: { readonly doorKey: string; readonly values: DoorValues } | null,
  ): Promise<void>;
  dropProof(proofId: string): Promise<void>;
  proofBytes(proofId: string): Promise<ArrayBuffer | undefined>;
  /** Has the server write to a customer. Needs network: what comes hours later is worse than nothing. */
  writeToCustomer(message: CustomerMessage): Promise<Answer<unknown>["kind"]>;
  /** The driver has seen that an act, or a photo, was refused. */
  dismiss(opId: string): Promise<void>;
  dismissProof(proofId: string): Promise<void>;
  /** The driver has seen how the route changed. */
  acknowledge(): Promise<void>;
  noteFix(fix: PositionFix): Promise<void>;
  sendNow(): void;
  close(): void;
}

/** A fix older than this says nothing of where an act was made. */
const FIX_GOOD_MILLISECONDS = 120_000;

/** Between attempts to open a link that this device does not know yet. */
const RETRY_MILLISECONDS = 5_000;

/** Opens the route behind a link, or with no link the one opened last; works from what is kept before asking anybody. */
export function openRun(linkToken: string | null): RunDesk {
  const state = createStore<RunState>(() => ({
    phase: "opening",
    day: null,
    sync: { isSending: false, result: null },
  }));
  const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("dray-run");
  let isClosed = false;
  let database: IDBDatabase | null = null;
  let routeId = "";
  let loop: ReturnType<typeof startSync> | null = null;
  let lastFix: PositionFix | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const show = async () => {
    const day = database && (await readKeptDay(database, routeId));
    if (day && !isClosed) state.setState({ day, phase: day.route.isClosed ? "closed" : "ready" });
  };
  const changed = async () => {
    await show();
    tabs?.postMessage(routeId);
  };
  const follow = async (found: string) => {
    if (isClosed || !database) return;
    routeId = found;
    await patchRoute(database, routeId, () => ({ openedAtMs: Date.now() }));
    await show();
    loop = startSync(database, routeId, {
      state: (sync) => state.setState({ sync }),
      changed: () => void changed(),
    });
  };
  const open = async () => {
    try {
      database = await openDatabase();
    } catch {
      return state.setState({ phase: "unkept" });
    }
    await dropOldRoutes(database, Date.now());
    const kept = await findKeptRoute(database, linkToken);
    if (kept) return follow(kept.routeId);
    if (!linkToken) return state.setState({ phase: "unknown" });
    const opened = await openRoute(database, linkToken);
    if (typeof opened === "object") return follow(opened.routeId);
    if (isClosed) return;
    state.setState({ phase: opened === "closed" ? "closed" : "unknown" });
    if (opened !== "closed") retryTimer = setTimeout(retry, RETRY_MILLISECONDS);
  };
  const retry = () => {
    clearTimeout(retryTimer);
    if (state.getState().phase === "unknown" && linkToken && !isClosed) void open();
  };
  if (tabs) tabs.onmessage = ({ data }) => data === routeId && void show();
  window.addEventListener("online", retry);
  void open();

  const kept = async (work: (database: IDBDatabase) => Promise<void>, isToSend = true) => {
    if (!database) throw new Error("nothing is open");
    await work(database);
    await changed();
    if (isToSend) loop?.wake();
  };
  return {
    state,
    act: (act, doorKey) =>
      kept((db) => {
        const position = positionOf(lastFix);
        const acts = [act].flat().map((each) => ({ ...each, ...(position && { position }) }));
        return keepActs(db, routeId, acts, { occurredAt: new Date().toISOString(), doorKey });
      }),
    fillIn: (doorKey, values) => kept((db) => keepDraft(db, { doorKey, routeId, values }), false),
    takeProof: (proof, bytes, form) =>
      kept(
        (db) =>
          keepProof(
            db,
            { ...proof, routeId, opId: "", visitIds: [], state: "draft" },
            bytes,
            form && { ...form, routeId },
          ),
        false,
      ),
    dropProof: (proofId) => kept((db) => dropProof(db, proofId, "draft"), false),
    writeToCustomer: async (message) => {
      const session = state.getState().day?.route.session;
      return session ? (await sendCustomerNote(session.token, message)).kind : "away";
    },
    proofBytes: async (proofId) => (database ? proofBytes(database, proofId) : undefined),
    dismiss: (opId) => kept((db) => dismissAct(db, opId), false),
    dismissProof: (proofId) => kept((db) => dropProof(db, proofId, "refused"), false),
    acknowledge: () =>
      kept((db) => patchRoute(db, routeId, ({ run }) => ({ seen: seenStops(run.sheet.stops) })), false),
    noteFix: async (fix) => {
      lastFix = fix;
      if (!database) return;
      await keepFix(database, routeId, fix);
      loop?.noteFix();
    },
    sendNow: () => loop?.wake(),
    close: () => {
      isClosed = true;
      clearTimeout(retryTimer);
      window.removeEventListener("online", retry);
      loop?.stop();
      tabs?.close();
      database?.close();
    },
  };
}

function positionOf(fix: PositionFix | null): DriverOp["position"] | null {
  if (!fix || Date.now() - Date.parse(fix.recordedAt) > FIX_GOOD_MILLISECONDS) return null;
  const { lat, lng, accuracyMeters } = fix;
  if (!isPlausiblePosition({ lat, lng })) return null;
  return { lat, lng, ...(accuracyMeters !== undefined && { accuracyMeters }) };
}
