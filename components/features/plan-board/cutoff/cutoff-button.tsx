"use client";
import clsx from "clsx";
import { ClipboardCheck } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { buttonClass } from "@/components/ui/button-class";
import { Tooltip } from "@/components/ui/tooltip";
import { useBoard } from "../board-context";
import type { BoardCommands } from "../commands/use-board-commands";
import { type CutoffNearness, cutoffClock } from "./cutoff-clock";
import { useCutoff } from "./use-cutoff";
import { useNow } from "./use-now";

const inks: Record<CutoffNearness, string> = { ahead: "text-ink-muted", near: "text-warn", past: "text-alert" };

/** In the top bar: how long until the day's orders are to be settled, and how much is still open. */
export function CutoffButton({ commands }: { commands: BoardCommands }) {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  const { cutoffAt, counts, total } = useCutoff();
  const now = useNow(10);
  const command = commands.byId.get("cutoff");
  if (!command) return null;
  const clock = cutoffAt === null ? null : cutoffClock(Date.parse(cutoffAt), now);
  const left = clock && t(`clock.${clock.nearness}`, { hours: clock.hours, minutes: clock.minutes });
  const at = cutoffAt === null ? null : t("cutoffAt", { time: t.format.instant(cutoffAt, board.plan.timeZone) });
  const open = counts ? t("open", { count: total }) : null;
  return (
    <Tooltip content={[at, left, open].filter(Boolean).join(" · ") || command.label} shortcut={command.hotkey}>
      <button
        type="button"
        data-testid="cutoff-button"
        aria-label={[command.label, left, open].filter(Boolean).join(", ")}
        onClick={() => void command.run()}
        className={clsx(buttonClass({ variant: "ghost" }), "px-2 tabular-nums")}
      >
        <ClipboardCheck aria-hidden="true" className="size-4" />
        {clock ? (
          <span className={clsx("max-lg:hidden", total > 0 ? inks[clock.nearness] : "text-ink-muted")}>
            {t(`short.${clock.nearness}`, { hours: clock.hours, minutes: String(clock.minutes).padStart(2, "0") })}
          </span>
        ) : null}
        {counts ? <OpenCount total={total} isPast={clock?.nearness === "past"} /> : null}
      </button>
    </Tooltip>
  );
}

function OpenCount({ total, isPast }: { total: number; isPast: boolean }) {
  const t = useWords("boardCutoff");
  return (
    <span
      className={clsx(
        "grid h-5 min-w-5 place-items-center rounded-full px-1.5 font-medium text-xs",
        total === 0 ? "bg-ok-soft text-ok" : isPast ? "bg-alert-soft text-alert" : "bg-warn-soft text-warn",
      )}
    >
      {total === 0 ? "✓" : t.format.count(total)}
    </span>
  );
}
