"use client";
import { Coffee, Flag, LogIn, MessageSquareWarning, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { DECLINE_REASONS } from "@/server/domain/execution/outcome";
import { BigButton } from "../parts/big-button";
import { useAct } from "../parts/use-act";
import type { NewAct } from "../store/kept-acts";
import { useDay, useRunDesk } from "../store/run-context";
import { ReasonDialog } from "./reason-dialog";
import { ReportDialog } from "./report-dialog";

type Part = "menu" | "report" | "decline" | "finish";

/** What is done now and then: breaks, problems, ending the route early. */
export function MoreMenu({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const day = useDay();
  const { run } = useAct();
  const [part, setPart] = useState<Part>("menu");
  const close = () => {
    onOpenChange(false);
    setPart("menu");
  };
  const act = async (what: NewAct) => {
    if (await run(() => desk.act(what))) close();
  };
  const isDriving = day.phase === "started" || day.phase === "served";
  const isWaiting = day.phase === "accepted";
  const entries: { label: string; icon: ReactNode; run: () => void }[] = [
    ...(isDriving && day.onBreakSinceMs === null
      ? [{ label: t("startBreak"), icon: <Coffee />, run: () => void act({ type: "break-start" }) }]
      : []),
    { label: t("reportProblem"), icon: <MessageSquareWarning />, run: () => setPart("report") },
    ...(isDriving && day.run.checkedInAtMs === null
      ? [{ label: t("checkIn"), icon: <LogIn />, run: () => void act({ type: "check-in" }) }]
      : []),
    ...(isWaiting ? [{ label: t("decline"), icon: <Undo2 />, run: () => setPart("decline") }] : []),
    ...(isDriving ? [{ label: t("finishRoute"), icon: <Flag />, run: () => setPart("finish") }] : []),
  ];
  return (
    <>
      <Dialog open={open && part === "menu"} onOpenChange={(next) => !next && close()} title={t("moreTitle")}>
        <div className="flex flex-col gap-2">
          {entries.map((entry) => (
            <BigButton key={entry.label} icon={entry.icon} className="justify-start!" onClick={entry.run}>
              {entry.label}
            </BigButton>
          ))}
        </div>
      </Dialog>
      <ReportDialog open={open && part === "report"} onClose={close} />
      <ReasonDialog
        title={t("declineTitle")}
        choices={DECLINE_REASONS.map((value) => ({ value, label: t(`decline.${value}`) }))}
        confirm={t("decline")}
        open={open && part === "decline"}
        onOpenChange={(next) => !next && close()}
        onConfirm={(reason, note) => void act({ type: "decline", reason, note })}
      />
      <Dialog
        open={open && part === "finish"}
        onOpenChange={(next) => !next && close()}
        title={t("finishRoute")}
        description={
          day.stopCount > day.servedCount ? t("finishOpen", { count: day.stopCount - day.servedCount }) : null
        }
      >
        <BigButton look="primary" className="w-full" onClick={() => void act({ type: "finish-route" })}>
          {t("finishRoute")}
        </BigButton>
      </Dialog>
    </>
  );
}
