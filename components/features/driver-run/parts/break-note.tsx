import { Coffee } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import type { SheetBreak } from "@/server/domain/plan/route-sheet";

/** A break the driver is to have, and when. */
export function BreakNote({ t, rest }: { readonly t: Words<"driverRun">; readonly rest: SheetBreak }) {
  const minutes = Math.round((rest.toSeconds - rest.fromSeconds) / 60);
  return (
    <p className="flex min-h-12 items-center gap-3 font-medium text-ink-muted text-lg">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-sunken">
        <Coffee className="size-5" aria-hidden="true" />
      </span>
      {t("breakAt", { minutes, time: t.format.timeRange(rest.fromSeconds, rest.toSeconds) })}
    </p>
  );
}
