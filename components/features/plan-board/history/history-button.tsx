"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { History } from "lucide-react";
import { useState } from "react";
import { sayEdit } from "@/components/lib/say-edit";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { useBoard, useBoardSession } from "../board-context";
import { planKeys } from "../plan-keys";
import { Avatar } from "../presence/avatar";
import { historyGroups } from "./history-list";

/** The last edits of the plan, one's own and others', and what has changed since a time of the day. */
export function HistoryButton() {
  const t = useWords("boardPresence");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      align="end"
      title={t("history")}
      className="w-84"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<IconButton label={t("history")} icon={<History />} />}
    >
      {isOpen ? <HistoryList /> : null}
    </Popover>
  );
}

function HistoryList() {
  const t = useWords("boardPresence");
  const words = useWords("edits");
  const { gateway, planId } = useBoardSession();
  const { timeZone } = useBoard().board.plan;
  const [since, setSince] = useState("");
  const history = useQuery({
    queryKey: planKeys.history(planId),
    queryFn: () => gateway.listHistory(planId),
    staleTime: 0,
  });
  const wallClock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  const groups = historyGroups(history.data ?? [], since, (instant) => wallClock.format(instant));
  const count = groups.reduce((sum, group) => sum + group.edits.length, 0);
  const people = new Set(groups.map((group) => (group.isOwn ? null : group.by))).size;
  return (
    <div className="flex flex-col gap-2">
      <label className="flex items-center gap-2 text-ink-muted text-sm">
        {t("historySince")}
        <input
          type="time"
          value={since}
          onChange={(event) => setSince(event.target.value)}
          className="h-7 rounded-md border border-line-control bg-surface px-1.5 text-ink tabular-nums"
        />
        <span className="ml-auto tabular-nums" role="status">
          {count > 0 ? t("historyCount", { count, people }) : null}
        </span>
      </label>
      {history.data && count === 0 ? <p className="py-3 text-center text-ink-muted">{t("historyEmpty")}</p> : null}
      <ol className="scroll-quiet -mr-2 flex max-h-90 flex-col gap-2 overflow-y-auto pr-2">
        {groups.map((group) => (
          <li key={group.edits[0]!.id} className="flex gap-2">
            <Avatar name={group.by} isBusy={group.isOwn} size="sm" className="mt-0.5" />
            <div className="min-w-0 flex-1">
              <p className="font-medium text-sm">{group.isOwn ? t("you") : group.by}</p>
              <ol>
                {group.edits.map(({ isUndone, createdAt, ...edit }) => (
                  <li key={edit.id} className="flex items-baseline gap-2">
                    <span className={clsx("min-w-0 flex-1 truncate", isUndone && "text-ink-muted line-through")}>
                      {sayEdit(words, edit)}
                      {isUndone ? <span className="sr-only"> ({t("takenBack")})</span> : null}
                    </span>
                    <time className="shrink-0 text-ink-muted text-sm tabular-nums" dateTime={createdAt.toISOString()}>
                      {t.format.clock(createdAt, timeZone)}
                    </time>
                  </li>
                ))}
              </ol>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
