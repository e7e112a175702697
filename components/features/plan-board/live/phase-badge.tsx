import { Check, CircleCheck, CircleDashed, Coffee, Link2, type LucideIcon, Send, Truck, X } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge, type Tone } from "@/components/ui/badge";
import type { RoutePhase } from "./live-routes";

const LOOKS: Readonly<Record<Exclude<RoutePhase, "unsent">, { readonly Icon: LucideIcon; readonly tone: Tone }>> = {
  sent: { Icon: Send, tone: "warn" },
  opened: { Icon: Link2, tone: "info" },
  accepted: { Icon: Check, tone: "info" },
  declined: { Icon: X, tone: "alert" },
  started: { Icon: Truck, tone: "ok" },
  break: { Icon: Coffee, tone: "neutral" },
  left: { Icon: CircleDashed, tone: "warn" },
  finished: { Icon: CircleCheck, tone: "neutral" },
};

/** How far a driver has come: link unopened, opened, accepted or declined, under way, on a break, finished; where room is short, by its sign alone. */
export function PhaseBadge({ phase, isShort = false }: { phase: RoutePhase; isShort?: boolean }) {
  const t = useWords("boardLive");
  if (phase === "unsent") return <Badge tone="warn">{t("phase.unsent")}</Badge>;
  const { Icon, tone } = LOOKS[phase];
  if (isShort) {
    return (
      <Badge tone={tone}>
        <Icon className="size-3" aria-label={t(`phase.${phase}`)} role="img" />
      </Badge>
    );
  }
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`phase.${phase}`)}
    </Badge>
  );
}
