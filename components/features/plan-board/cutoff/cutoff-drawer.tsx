"use client";
import clsx from "clsx";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { CUTOFF_CHECKS, type CutoffCheck, type CutoffCounts } from "@/server/domain/cutoff/cutoff-counts";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { AddressDoubtsCheck } from "./address-doubts-check";
import { DuplicatesCheck } from "./duplicates-check";
import { ImportFaults } from "./import-faults";
import { MissingContacts } from "./missing-contacts";
import { LateCheck, StrainedCheck } from "./route-checks";
import { UnassignedCheck } from "./unassigned-check";
import { useCutoff } from "./use-cutoff";

/** The day's checklist before it goes out: each count opens its list, where things are put right. */
export function CutoffDrawer({ first }: { first: CutoffCheck | undefined }) {
  const t = useWords("boardCutoff");
  const store = useBoardStoreApi();
  const { canDispatch } = useBoardSession();
  const { board } = useBoard();
  const { cutoffAt, counts, total, pendingAddresses } = useCutoff();
  const [chosen, setChosen] = useState<CutoffCheck | undefined>(first);
  const check = chosen ?? CUTOFF_CHECKS.find((each) => (counts?.[each] ?? 0) > 0) ?? "imports";
  const at =
    cutoffAt === null ? t("noCutoff") : t("cutoffAt", { time: t.format.instant(cutoffAt, board.plan.timeZone) });
  return (
    <Drawer
      open
      onOpenChange={(isOpen) => !isOpen && store.setState({ dialog: null })}
      size="xl"
      flush
      title={t("title", { date: t.format.date(board.plan.date) })}
      description={`${at} · ${counts ? t("open", { count: total }) : t("counting")}`}
      footer={
        <>
          <Button onClick={() => store.setState({ dialog: null })}>{t("backToBoard")}</Button>
          {canDispatch ? (
            <Button
              variant="primary"
              disabled={!board.routes.some((route) => route.stops.length > 0)}
              onClick={() => store.setState({ dialog: { kind: "dispatch" } })}
            >
              {t("dispatch")}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex h-full min-h-0 max-sm:flex-col">
        <Checklist counts={counts} chosen={check} onChoose={setChosen} />
        <section aria-label={t(`check.${check}`)} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
          <CheckBody key={check} check={check} pendingAddresses={pendingAddresses} />
        </section>
      </div>
    </Drawer>
  );
}

interface ChecklistProps {
  readonly counts: CutoffCounts | null;
  readonly chosen: CutoffCheck;
  readonly onChoose: (check: CutoffCheck) => void;
}

function Checklist({ counts, chosen, onChoose }: ChecklistProps) {
  const t = useWords("boardCutoff");
  return (
    <nav aria-label={t("checklist")} className="w-52 shrink-0 border-line border-r py-2 max-sm:w-full">
      <ul className="flex flex-col">
        {CUTOFF_CHECKS.map((check) => {
          const count = counts?.[check];
          return (
            <li key={check}>
              <button
                type="button"
                aria-current={check === chosen || undefined}
                data-check={check}
                data-count={count}
                onClick={() => onChoose(check)}
                className={clsx(
                  "flex min-h-10 w-full items-center gap-2 px-4 text-left outline-offset-[-2px]",
                  check === chosen ? "bg-selected font-medium" : "hover:bg-hover",
                )}
              >
                <span className="min-w-0 flex-1 truncate">{t(`check.${check}`)}</span>
                {count === 0 ? (
                  <CircleCheck className="size-4 text-ok" role="img" aria-label={t("settled")} />
                ) : count === undefined ? null : (
                  <span className="font-medium text-warn tabular-nums">{t.format.count(count)}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function CheckBody({ check, pendingAddresses }: { check: CutoffCheck; pendingAddresses: number }) {
  switch (check) {
    case "imports":
      return <ImportFaults />;
    case "addresses":
      return <AddressDoubtsCheck pending={pendingAddresses} />;
    case "contacts":
      return <MissingContacts />;
    case "duplicates":
      return <DuplicatesCheck />;
    case "unassigned":
      return <UnassignedCheck />;
    case "late":
      return <LateCheck />;
    case "strained":
      return <StrainedCheck />;
  }
}
