import { Warehouse } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import type { ScheduledReload } from "@/server/domain/plan/route-leg";
import { TreeCell } from "./tree-row";

export interface ReloadLineProps {
  readonly reload: ScheduledReload;
  /** Its times are guesses until the server has answered. */
  readonly isPending: boolean;
}

/** Above a stop: the van goes back to load before it, and when. */
export function ReloadLine({ reload, isPending }: ReloadLineProps) {
  const t = useWords("boardRoutes");
  return (
    <TreeCell className="flex h-7 shrink-0 items-center gap-2 border-line border-b border-dashed bg-sunken pr-3 pl-2 text-ink-muted text-sm">
      <span className="flex w-9 shrink-0 justify-end">
        <Warehouse className="size-3.5" aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1 truncate">{t("reload")}</span>
      <span className="tabular-nums">
        {isPending ? "~" : ""}
        {t.format.timeRange(reload.arriveSeconds, reload.departSeconds)}
      </span>
    </TreeCell>
  );
}
