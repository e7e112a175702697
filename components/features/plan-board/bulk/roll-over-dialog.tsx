"use client";
import { CalendarArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Dialog } from "@/components/ui/dialog";
import { addLocalDays } from "@/server/domain/time/local-date";
import { useBoard, useBoardSession } from "../board-context";
import { type BoardStore, useBoardStoreApi } from "../board-store";
import { useCutoff } from "../cutoff/use-cutoff";
import { type StayingOrder, useRollOver } from "../cutoff/use-roll-over";
import { actedOn } from "../select-stops";
import { type RollOverOutlook, rollOverOutlook, type StayingVisit } from "./roll-over-outlook";
import { StayingList } from "./staying-list";

/** Moves the orders of the selected stops to another day: how many go and which stay is said before and after. */
export function RollOverDialog() {
  const t = useWords("boardCutoff");
  const common = useWords("common");
  const store = useBoardStoreApi();
  const router = useRouter();
  const { board } = useBoard();
  const { projectId, date } = board.plan;
  const { nextServiceDate } = useCutoff();
  const earliest = addLocalDays(date, 1);
  const [ids] = useState(() => actedOn(store.getState()));
  const [chosenDate, setChosenDate] = useState<string | null>(null);
  const toDate = chosenDate ?? nextServiceDate ?? earliest;
  const [kept, setKept] = useState<readonly StayingVisit[] | null>(null);
  const outlook = rollOverOutlook(board, ids);
  const close = () => store.setState({ dialog: null });
  const { rollOver, isPending } = useRollOver({
    onDone: (stay) => {
      unselectGone(store, outlook.goingIds, stay, board.visits);
      const next = [...outlook.staying, ...stayingVisits(stay, outlook, board.visits)];
      if (next.length === 0) close();
      else setKept(next);
    },
    openDay: () => router.push(`/plan/${toDate}?project=${projectId}`),
  });
  const day = t.format.date(toDate, "short");
  const staying = kept ?? outlook.staying;
  const promised = staying.filter(({ refusal }) => refusal === "promised").map(({ visit }) => visit.deliveryId);
  const count = outlook.goingIds.length;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t("rollOver.title")}
      description={kept ? undefined : t("rollOver.effect", { count, stay: staying.length, date: day })}
      footer={
        <>
          <Button onClick={close}>{kept ? common("close") : common("cancel")}</Button>
          {kept ? null : (
            <Button
              variant="primary"
              icon={<CalendarArrowUp aria-hidden="true" />}
              loading={isPending}
              disabled={count === 0 || toDate < earliest}
              onClick={() => rollOver(outlook.goingIds, toDate, false)}
            >
              {t("rollOver.some", { count })}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {kept ? null : (
          <DatePicker
            label={t("rollOver.to")}
            value={toDate}
            min={earliest}
            onValueChange={setChosenDate}
            steps={false}
          />
        )}
        {promised.length > 0 ? (
          <Banner
            tone="warn"
            actions={
              <Button size="sm" disabled={isPending} onClick={() => rollOver(promised, toDate, true)}>
                {t("rollOver.movePromises", { date: day })}
              </Button>
            }
          >
            {t("rollOver.promised", { count: promised.length })}
          </Banner>
        ) : null}
        {outlook.plannedIds.length > 0 ? <TakeOffFirst visitIds={outlook.plannedIds} /> : null}
        {staying.length > 0 ? <StayingList staying={staying} /> : null}
      </div>
    </Dialog>
  );
}

/** Whoever is on a route has to leave it first, with a look at what that does to the route. */
function TakeOffFirst({ visitIds }: { visitIds: readonly string[] }) {
  const t = useWords("boardCutoff");
  const store = useBoardStoreApi();
  const { actions } = useBoardSession();
  const count = visitIds.length;
  const takeOff = () => {
    store.setState({ dialog: null });
    actions.move(visitIds, { kind: "pool" });
  };
  return (
    <Banner
      tone="info"
      actions={
        <Button size="sm" onClick={takeOff}>
          {t("rollOver.takeOff", { count })}
        </Button>
      }
    >
      {t("rollOver.onRoutes", { count })}
    </Banner>
  );
}

/** What has gone to another day can no longer be acted on here. */
function unselectGone(
  store: BoardStore,
  askedIds: readonly string[],
  stay: readonly StayingOrder[],
  visits: ReadonlyMap<string, StayingVisit["visit"]>,
): void {
  const kept = new Set(stay.map(({ deliveryId }) => deliveryId));
  const gone = new Set(askedIds.filter((id) => !kept.has(id)));
  store.setState(({ selectedIds }) => ({
    selectedIds: new Set([...selectedIds].filter((id) => !gone.has(visits.get(id)?.deliveryId ?? ""))),
  }));
}

/** The rows of what the server kept; orders that have left the board meanwhile have none. */
function stayingVisits(
  orders: readonly StayingOrder[],
  { goingIds }: RollOverOutlook,
  visits: ReadonlyMap<string, StayingVisit["visit"]>,
): StayingVisit[] {
  const refusals = new Map(orders.map(({ deliveryId, refusal }) => [deliveryId, refusal]));
  const asked = new Set(goingIds);
  const rows = new Map<string, StayingVisit>();
  for (const visit of visits.values()) {
    const refusal = asked.has(visit.deliveryId) ? refusals.get(visit.deliveryId) : undefined;
    if (refusal && !rows.has(visit.deliveryId)) rows.set(visit.deliveryId, { visit, refusal });
  }
  return [...rows.values()];
}
