import type { CancelRefusal } from "./cancel-orders";
import type { SeenRoute } from "./confirm-change";
import type { DraftLeg } from "./optimization-run";
import type { RouteSequence } from "./place-visits";
import type { BoardRoute, BoardVisit } from "./plan-board";
import type { ChangePreview } from "./preview-change";
import type { SplitLeftovers } from "./split-route";

/** An edit as it would come out now, for whoever is to say yes or no. */
export interface EditPreview {
  /** Visits that would no longer be part of the day, and such as would be again. */
  readonly removedVisitIds?: readonly string[];
  readonly visits?: readonly BoardVisit[];
  /** Orders that stay although they were meant too. */
  readonly refused?: readonly CancelRefusal[];
  /** The routes as other drivers would drive them. */
  readonly drivers?: readonly Pick<BoardRoute, "id" | "driver" | "vehicle" | "rules">[];
  /** What a split leaves: on its route, or on no route at all. */
  readonly split?: SplitLeftovers;
  readonly preview: ChangePreview;
  /** The routes that change, in the versions that the figures are true of: a commit names them. */
  readonly base: readonly SeenRoute[];
  readonly sequences: readonly RouteSequence[];
  /** The ways that nobody drives yet, to be timed and drawn. */
  readonly legs: readonly { readonly fromId: string; readonly toId: string; readonly leg: DraftLeg }[];
}
