import { applyRemoval } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { CancelRefusal } from "@/server/domain/plan/cancel-orders";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { legKey, measuredLegs } from "@/server/domain/plan/measured-legs";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { type ChangePreview, previewChange } from "@/server/domain/plan/preview-change";
import type { SplitLeftovers } from "@/server/domain/plan/split-route";
import type { Guess } from "./guess-edit";

/** A change as it is shown: figures, the day as it would be, and what a commit has to name. */
export interface ShownChange {
  readonly change: ChangePreview;
  readonly after: PlanBoard;
  /** The ways that nobody drives yet, as far as the server has told them: from, to, line. */
  readonly lines: EditPreview["legs"];
  readonly confirmed: readonly SeenRoute[];
  readonly sequences: readonly RouteSequence[];
  /** Visits that would be no part of the day any more. */
  readonly removedVisitIds: readonly string[];
  /** Orders that stay although they were meant too. */
  readonly refused: readonly CancelRefusal[];
  /** What a split does not deal out. */
  readonly split: SplitLeftovers | null;
}

const NOTHING = { lines: [], removedVisitIds: [], refused: [], split: null } as const;

/** The server's answer where it is about the board as it is here, else what the rules alone say; null: neither is known. */
export function showChange(board: PlanBoard, guess: Guess, measured: EditPreview | null): ShownChange | null {
  const versions = new Map(board.routes.map((route) => [route.id, route.version]));
  // An answer about other versions belongs to a board that is still on its way.
  if (measured?.base.every(({ routeId, version }) => versions.get(routeId) === version)) {
    return {
      change: measured.preview,
      after: afterOf(board, measured),
      lines: measured.legs,
      confirmed: measured.base,
      sequences: measured.sequences,
      removedVisitIds: measured.removedVisitIds ?? [],
      refused: measured.refused ?? [],
      split: measured.split ?? null,
    };
  }
  if (!guess || "refusal" in guess) return null;
  const { sequences, removedVisitIds = [] } = guess;
  const after = applyRemoval(board, sequences, removedVisitIds, boardLegs(board));
  const confirmed = sequences.map(({ routeId }) => ({ routeId, version: versions.get(routeId)! }));
  const change = { ...previewChange(board, after), isApproximate: true };
  return { ...NOTHING, ...guess, change, after, confirmed, removedVisitIds };
}

/** The day as the server says it would be, on this board. */
function afterOf(board: PlanBoard, { legs, sequences, visits = [], drivers = [], removedVisitIds = [] }: EditPreview) {
  const legOf = new Map(legs.map(({ fromId, toId, leg }) => [legKey(fromId, toId), leg]));
  const termsOf = new Map(drivers.map((terms) => [terms.id, terms]));
  const known =
    visits.length === 0
      ? board.visits
      : new Map([...board.visits, ...visits.map((visit) => [visit.id, visit] as const)]);
  const routes =
    drivers.length === 0 ? board.routes : board.routes.map((route) => ({ ...route, ...termsOf.get(route.id) }));
  const day = { ...board, visits: known, routes };
  return applyRemoval(day, sequences, removedVisitIds, measuredLegs(day, legOf));
}
