import type { SeenRoute } from "./confirm-change";
import type { DraftLeg } from "./optimization-run";
import type { RouteSequence } from "./place-visits";
import type { ChangePreview } from "./preview-change";

/** An edit as it would come out now, for whoever is to say yes or no. */
export interface EditPreview {
  readonly preview: ChangePreview;
  /** The routes that change, in the versions that the figures are true of: a commit names them. */
  readonly base: readonly SeenRoute[];
  readonly sequences: readonly RouteSequence[];
  /** The ways that nobody drives yet, to be timed and drawn. */
  readonly legs: readonly { readonly fromId: string; readonly toId: string; readonly leg: DraftLeg }[];
}
