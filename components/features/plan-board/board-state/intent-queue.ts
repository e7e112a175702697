import { applyBoardPatch, type BoardPatch } from "@/server/domain/plan/apply-board-patch";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { MoveRefusal } from "@/server/domain/plan/move-stops";
import { type PlanBoard, pairPartners } from "@/server/domain/plan/plan-board";
import { applyIntent, applyIntents, type IntendedBoard } from "./apply-intents";
import { type BoardIntent, decidedVisits, reliedOnVisits } from "./board-intent";

export interface IntentQueueOptions {
  /** Asks the server; rejects with its refusal. */
  readonly send: (intent: BoardIntent) => Promise<PlanEditResult>;
  /**
   * The server has refused, or could not be reached: the intent is off the board already, and with it those made on top
   * of it, which have not been sent.
   */
  readonly onRefused: (intent: BoardIntent, error: unknown, dependents: readonly BoardIntent[]) => void;
  readonly onConfirmed?: (result: PlanEditResult) => void;
}

interface Entry {
  /** Null: a question about the whole plan, such as an undo, that nothing made before or after it may overtake. */
  readonly intent: BoardIntent | null;
  readonly routeIds: ReadonlySet<string>;
  /** With the other halves of pairs. */
  readonly decided: ReadonlySet<string>;
  readonly send: () => void;
  sent: boolean;
}

const REMEMBERED_MUTATIONS = 500;

/**
 * The board as the dispatcher sees it: the server's truth with the intents under way on top. Intents that share a
 * route go to the server one after the other, others at the same time; nothing waits to be painted.
 */
export class IntentQueue {
  private entries: Entry[] = [];
  private current: IntendedBoard;
  private readonly listeners = new Set<() => void>();
  private readonly ownMutations = new Set<string>();
  private idleWaiters: (() => void)[] = [];

  constructor(
    private truth: PlanBoard,
    private readonly options: IntentQueueOptions,
  ) {
    this.current = { board: truth, pendingRouteIds: new Set() };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly view = (): IntendedBoard => this.current;

  /** A fresh reading of the board; one older than what answers have told already is left out. */
  replaceTruth(board: PlanBoard): void {
    if (board === this.truth) return;
    if (board.plan.id === this.truth.plan.id && board.plan.version < this.truth.plan.version) return;
    this.truth = board;
    this.refresh();
  }

  applyPatch(patch: BoardPatch): void {
    this.truth = applyBoardPatch(this.truth, patch);
    this.refresh();
  }

  /** Paints the intent and sends it as soon as its routes are free; or tells why the rules refuse it. */
  submit(intent: BoardIntent): MoveRefusal | null {
    const outcome = applyIntent(this.current.board, intent);
    if (!outcome.ok) return outcome.refusal;
    if (outcome.routeIds.length === 0) return null;
    this.remember(intent.mutationId);
    const partners = pairPartners(this.current.board);
    const decided = decidedVisits(intent).flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId]);
    const send = () =>
      this.options.send(intent).then(
        (result) => this.settle(entry, result),
        (error: unknown) => this.settle(entry, undefined, error),
      );
    const entry: Entry = {
      intent,
      routeIds: new Set(outcome.routeIds),
      decided: new Set(decided),
      send: () => void send(),
      sent: false,
    };
    this.entries.push(entry);
    this.refresh();
    this.pump();
    return null;
  }

  /** Asks once all that was asked for before has its answer; what is asked for after waits. Rejects with the refusal. */
  inTurn(ask: () => Promise<PlanEditResult>): Promise<PlanEditResult> {
    return new Promise((resolve, reject) => {
      const send = () =>
        ask().then(
          (result) => {
            this.settle(entry, result);
            resolve(result);
          },
          (error: unknown) => {
            this.settle(entry, undefined);
            reject(error);
          },
        );
      const nothing = new Set<string>();
      const entry: Entry = { intent: null, routeIds: nothing, decided: nothing, send: () => void send(), sent: false };
      this.entries.push(entry);
      this.refresh();
      this.pump();
    });
  }

  /** True for a change this desk asked for itself. */
  isOwn(mutationId: string | null | undefined): boolean {
    return mutationId != null && this.ownMutations.has(mutationId);
  }

  remember(mutationId: string): void {
    this.ownMutations.add(mutationId);
    if (this.ownMutations.size <= REMEMBERED_MUTATIONS) return;
    const [oldest] = this.ownMutations;
    this.ownMutations.delete(oldest!);
  }

  get pendingCount(): number {
    return this.entries.length;
  }

  /** Resolves once every intent has its answer. */
  whenIdle(): Promise<void> {
    if (this.entries.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idleWaiters.push(resolve));
  }

  private pump(): void {
    const busy = new Set<string>();
    for (const entry of this.entries) {
      if (entry.intent === null) {
        if (entry === this.entries[0] && !entry.sent) this.sendNow(entry);
        return;
      }
      const isFree = [...entry.routeIds].every((routeId) => !busy.has(routeId));
      for (const routeId of entry.routeIds) busy.add(routeId);
      if (!entry.sent && isFree) this.sendNow(entry);
    }
  }

  private sendNow(entry: Entry): void {
    entry.sent = true;
    entry.send();
  }

  private settle(entry: Entry, result: PlanEditResult | undefined, error?: unknown): void {
    const dependents = result || !entry.intent ? [] : this.dependentsOf(entry);
    this.entries = this.entries.filter((each) => each !== entry && !dependents.includes(each));
    if (result) this.truth = applyBoardPatch(this.truth, result.patch);
    this.refresh();
    if (result && entry.intent) this.options.onConfirmed?.(result);
    else if (entry.intent)
      this.options.onRefused(
        entry.intent,
        error,
        dependents.flatMap((each) => each.intent ?? []),
      );
    this.pump();
    if (this.entries.length > 0) return;
    for (const resolve of this.idleWaiters.splice(0)) resolve();
  }

  /** What was made on top of a refused intent: it took the same stops from where that one would have put them. */
  private dependentsOf(refused: Entry): Entry[] {
    const lost = new Set(refused.decided);
    return this.entries.slice(this.entries.indexOf(refused) + 1).filter((entry) => {
      if (entry.sent || !entry.intent) return false;
      if (![...entry.decided, ...reliedOnVisits(entry.intent)].some((visitId) => lost.has(visitId))) return false;
      for (const visitId of entry.decided) lost.add(visitId);
      return true;
    });
  }

  private refresh(): void {
    this.current = applyIntents(
      this.truth,
      this.entries.flatMap((entry) => entry.intent ?? []),
    );
    for (const listener of this.listeners) listener();
  }
}
