"use client";
import { CalendarArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { addLocalDays } from "@/server/domain/time/local-date";
import { useBoard } from "../board-context";
import { useCutoff } from "./use-cutoff";
import { type StayingOrder, useRollOver } from "./use-roll-over";

export interface RollOverBarProps {
  readonly deliveryIds: readonly string[];
  readonly isAll: boolean;
  readonly onRolledOver: () => void;
}

/** One button that moves what found no room to another day, and says what stays and why. */
export function RollOverBar({ deliveryIds, isAll, onRolledOver }: RollOverBarProps) {
  const t = useWords("boardCutoff");
  const router = useRouter();
  const { board } = useBoard();
  const { projectId, date } = board.plan;
  const { nextServiceDate } = useCutoff();
  const earliest = addLocalDays(date, 1);
  const [chosenDate, setChosenDate] = useState<string | null>(null);
  const toDate = chosenDate ?? nextServiceDate ?? earliest;
  const [staying, setStaying] = useState<readonly StayingOrder[]>([]);
  const { rollOver, isPending } = useRollOver({
    onDone: (stay) => {
      setStaying(stay);
      onRolledOver();
    },
    openDay: () => router.push(`/plan/${toDate}?project=${projectId}`),
  });
  const count = deliveryIds.length;
  return (
    <div className="flex shrink-0 flex-col gap-2 border-line border-t bg-surface-raised px-4 py-3">
      <Staying
        orders={staying}
        toDate={toDate}
        isPending={isPending}
        onMovePromises={(ids) => rollOver(ids, toDate, true)}
      />
      <div className="flex flex-wrap items-end justify-end gap-3">
        <DatePicker label={t("rollOver.to")} value={toDate} min={earliest} onValueChange={setChosenDate} />
        <Button
          variant="primary"
          icon={<CalendarArrowUp aria-hidden="true" />}
          loading={isPending}
          disabled={toDate < earliest}
          onClick={() => rollOver(deliveryIds, toDate, false)}
        >
          {isAll ? t("rollOver.all", { count }) : t("rollOver.some", { count })}
        </Button>
      </div>
    </div>
  );
}

interface StayingProps {
  readonly orders: readonly StayingOrder[];
  readonly toDate: string;
  readonly isPending: boolean;
  readonly onMovePromises: (deliveryIds: readonly string[]) => void;
}

/** Orders that did not go: those promised for the day may take their times along, once somebody has said so. */
function Staying({ orders, toDate, isPending, onMovePromises }: StayingProps) {
  const t = useWords("boardCutoff");
  const promised = orders.filter(({ refusal }) => refusal === "promised");
  const others = orders.filter(({ refusal }) => refusal !== "promised");
  return (
    <>
      {promised.length > 0 ? (
        <Banner
          tone="warn"
          actions={
            <Button
              size="sm"
              disabled={isPending}
              onClick={() => onMovePromises(promised.map(({ deliveryId }) => deliveryId))}
            >
              {t("rollOver.movePromises", { date: t.format.date(toDate, "short") })}
            </Button>
          }
        >
          {t("rollOver.promised", { count: promised.length })}
        </Banner>
      ) : null}
      {others.length > 0 ? (
        <Banner tone="warn">
          {t("rollOver.stay", { count: others.length })}{" "}
          {t.format.list([...new Set(others.map(({ refusal }) => t(`refusal.${refusal}`)))])}
        </Banner>
      ) : null}
    </>
  );
}
