import { createContext, use, useSyncExternalStore } from "react";
import type { BoardActions } from "./board-actions";
import type { IntendedBoard } from "./board-state/apply-intents";
import type { IntentQueue } from "./board-state/intent-queue";
import type { PlanGateway } from "./plan-gateway";
import type { PresenceLink } from "./presence/presence-link";

export interface BoardSession {
  readonly planId: string;
  readonly gateway: PlanGateway;
  readonly queue: IntentQueue;
  readonly actions: BoardActions;
  readonly presence: PresenceLink;
  /** False for readers, and for a plan that is closed. */
  readonly canEdit: boolean;
  readonly canDispatch: boolean;
  /** May make orders and change them. */
  readonly canEditOrders: boolean;
}

export const BoardSessionContext = createContext<BoardSession | null>(null);

export function useBoardSession(): BoardSession {
  const session = use(BoardSessionContext);
  if (!session) throw new Error("The board's parts stand inside PlanBoard");
  return session;
}

/** The board with what is under way painted in. */
export function useBoard(): IntendedBoard {
  const { queue } = useBoardSession();
  return useSyncExternalStore(queue.subscribe, queue.view, queue.view);
}
