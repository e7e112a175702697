import clsx from "clsx";
import { Ban, Check, Clock, Dot, type LucideIcon, MapPinned, Navigation, PackageMinus, X } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import type { StopRunStatus } from "@/server/domain/execution/run-state";

export type ShownStatus = StopRunStatus | "next" | "late";

/** Shape, icon and text each say the status; hue only helps. */
const LOOKS: Readonly<Record<ShownStatus, { readonly Icon: LucideIcon; readonly shape: string }>> = {
  planned: { Icon: Dot, shape: "rounded-full text-ink-muted" },
  next: { Icon: Dot, shape: "rounded-full ring-[1.5px] ring-ink ring-inset text-ink" },
  enroute: { Icon: Navigation, shape: "rounded-full ring-[1.5px] ring-ink ring-inset text-ink" },
  arrived: { Icon: MapPinned, shape: "rounded-full text-ink" },
  delivered: { Icon: Check, shape: "rounded-full bg-ok-soft text-ok" },
  partial: { Icon: PackageMinus, shape: "rounded-sm bg-warn-soft text-warn" },
  failed: { Icon: X, shape: "rounded-sm bg-alert-soft text-alert" },
  attempted: { Icon: Ban, shape: "rounded-sm bg-alert-soft text-alert" },
  late: { Icon: Clock, shape: "rounded-full text-alert" },
};

const SIZES: Partial<Record<ShownStatus, string>> = {
  planned: "size-5",
  next: "size-5",
  enroute: "size-2",
  arrived: "size-3.5",
};

export function StopStatusMark({ status }: { status: ShownStatus }) {
  const t = useWords("boardLive");
  const { Icon, shape } = LOOKS[status];
  return (
    <span
      role="img"
      aria-label={t(`stop.${status}`)}
      data-status={status}
      className={clsx("grid size-4 place-items-center", shape)}
    >
      <Icon className={SIZES[status] ?? "size-3"} strokeWidth={2.5} aria-hidden="true" />
    </span>
  );
}
