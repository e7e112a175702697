"use client";
import { CircleAlert, Clock, Lock, Pin, Snowflake } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import type { StopLock } from "@/server/domain/plan/stop-lock";
import { describeUnassigned } from "../describe-unassigned";
import { useLeftOut } from "../left-out-context";
import { BreakChips } from "./break-chips";

export interface StopNotesProps {
  readonly visit: BoardVisit;
  readonly breaks: BoardRoute["schedule"]["stops"][number]["breaks"];
  readonly dimensions: PlanBoard["plan"]["loadDimensions"];
  readonly hasTime: boolean;
}

const LOCK_ICONS = { front: Snowflake, position: Pin, time: Clock, driver: Lock } as const;

/** What holds a stop where it is. */
export function LockMark({ lock }: { readonly lock: StopLock }) {
  const t = useWords("boardRoutes");
  const Icon = LOCK_ICONS[lock];
  return <Icon className="size-3" role="img" aria-label={t(`lock.${lock}`)} />;
}

/** What is wrong with a stop, else when it may be served, else why it was left out. */
export function StopNotes({ visit, breaks, dimensions, hasTime }: StopNotesProps) {
  const t = useWords("boardRoutes");
  if (breaks.length > 0) return <BreakChips breaks={breaks} dimensions={dimensions} max={1} />;
  if (visit.obstacle) {
    return (
      <Badge tone="warn" icon={<CircleAlert aria-hidden="true" />}>
        {visit.obstacle === "unlocated" ? t("noPosition") : t("otherDay")}
      </Badge>
    );
  }
  return hasTime ? windowText(t, visit) : <LeftOutNote visit={visit} dimensions={dimensions} />;
}

/** Why the optimizer left an unassigned stop out, where it has been asked. */
function LeftOutNote({ visit, dimensions }: Pick<StopNotesProps, "visit" | "dimensions">) {
  const rules = useWords("rules");
  const reason = useLeftOut(visit.id)?.reasons[0];
  return reason ? <Badge tone="warn">{describeUnassigned(rules, reason, dimensions)}</Badge> : visit.externalId;
}

/** The first of the windows of a stop: "08:00–10:00, …". */
export function windowText(t: Words<"boardRoutes">, visit: BoardVisit): string {
  const [first, ...more] = visit.windows;
  if (!first) return t("anyTime");
  return `${t.format.timeRange(first.fromSeconds, first.toSeconds)}${more.length > 0 ? ", …" : ""}`;
}
