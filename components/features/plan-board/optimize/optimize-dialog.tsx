"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { QueueLine } from "./queue-line";
import { type ScopeKind, scopeChoices } from "./scope-choices";
import type { Optimization } from "./use-optimization";
import { FIRST_DRAFT, wishesOf } from "./wishes-draft";
import { WishesFields } from "./wishes-fields";

export interface OptimizeDialogProps {
  readonly optimization: Optimization;
  /** What to begin with; the day where it cannot be had. */
  readonly scope?: ScopeKind;
  readonly keepDrivers?: boolean;
}

/** What the optimizer should do with the day or a part of it, and what it will leave alone. */
export function OptimizeDialog({ optimization, scope = "day", keepDrivers = false }: OptimizeDialogProps) {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const t = useWords("boardOptimize");
  const common = useWords("common");
  const [draft, setDraft] = useState({ ...FIRST_DRAFT, keepDrivers });
  const [choices] = useState(() => scopeChoices(board, store.getState()));
  const [kind, setKind] = useState(choices.some((choice) => choice.kind === scope) ? scope : "day");
  const chosen = choices.find((choice) => choice.kind === kind)!;
  const close = () => store.setState({ dialog: null });
  const kept = board.routes.length - chosen.routes;
  const blocked = board.pool.filter((id) => board.visits.get(id)!.obstacle !== undefined).length;
  const canStart = chosen.routes > 0 && draft.strategies.length > 0 && optimization.active === null;
  const start = () => {
    optimization.start({ ...wishesOf(draft), scope: chosen.scope });
    close();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t("title")}
      description={t("about")}
      footer={
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button variant="primary" onClick={start} disabled={!canStart}>
            {t("start")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {choices.length > 1 ? (
          <SegmentedControl
            label={t("scope")}
            options={choices.map((choice) => ({
              value: choice.kind,
              label: t(`scope.${choice.kind}`, { stops: choice.stops, route: String(choice.route?.number ?? "") }),
            }))}
            value={kind}
            onValueChange={setKind}
          />
        ) : null}
        <WishesFields draft={draft} onChange={(change) => setDraft((current) => ({ ...current, ...change }))} />
        <QueueLine strategies={draft.strategies} />
        <p className="text-ink-muted tabular-nums">
          {t(`reach.${kind}`, { stops: chosen.stops, routes: chosen.routes, kept })}
        </p>
        {chosen.route?.status === "dispatched" ? <Banner tone="warn">{t("sentRoute")}</Banner> : null}
        {kind === "day" && blocked > 0 ? <Banner tone="warn">{t("blocked", { count: blocked })}</Banner> : null}
        {chosen.routes === 0 ? <Banner tone="warn">{t("allLocked")}</Banner> : null}
      </div>
    </Dialog>
  );
}
