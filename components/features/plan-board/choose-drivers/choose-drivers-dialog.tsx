"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { elapsedToWallSeconds } from "@/server/domain/time/elapsed-to-wall-seconds";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { planKeys } from "../plan-keys";
import type { FleetItems } from "./day-driver";
import { choiceProblems, chosenDrivers, type DriverChoice, draftChoices } from "./draft-choice";
import { DriverTable } from "./driver-table";

/** Who drives on this day, in which vehicle, from which depot. Each gets a route to put stops on. */
export function ChooseDriversDialog() {
  const common = useWords("common");
  const refusalOf = useRefusalOf();
  const t = useWords("boardDrivers");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { gateway } = useBoardSession();
  const { projectId } = board.plan;
  const fleet = useQuery({ queryKey: planKeys.fleet(projectId), queryFn: () => gateway.listFleet(projectId) });
  const close = () => store.setState({ dialog: null });
  if (fleet.data) return <ChoiceForm fleet={fleet.data} onClose={close} />;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()} size="xl" title={t("title")}>
      {fleet.isError ? (
        <Banner
          tone="error"
          actions={
            <Button size="sm" onClick={() => void fleet.refetch()}>
              {common("tryAgain")}
            </Button>
          }
        >
          {refusalOf(fleet.error).message}
        </Banner>
      ) : (
        <Skeleton className="h-80" />
      )}
    </Dialog>
  );
}

function ChoiceForm({ fleet, onClose }: { fleet: FleetItems; onClose: () => void }) {
  const common = useWords("common");
  const refusalOf = useRefusalOf();
  const t = useWords("boardDrivers");
  const { board } = useBoard();
  const { date, timeZone } = board.plan;
  const [before] = useState(() =>
    draftChoices(fleet, board.routes, (seconds) => elapsedToWallSeconds(date, timeZone, seconds)),
  );
  const [choices, setChoices] = useState<readonly DriverChoice[]>(before);
  const save = useSaveChoice(fleet, onClose);
  const problems = choiceProblems(choices);
  const count = choices.filter((choice) => choice.isChosen).length;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="xl"
      title={t("title")}
      description={t("about")}
      footer={
        <>
          <span className="mr-auto self-center text-ink-muted tabular-nums">
            {problems.size > 0
              ? t("chosenToComplete", { count, total: choices.length, problems: problems.size })
              : t("chosen", { count, total: choices.length })}
          </span>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={problems.size > 0}
            onClick={() => save.mutate(chosenDrivers(choices, before))}
          >
            {t("use", { count })}
          </Button>
        </>
      }
    >
      {save.isError ? (
        <Banner tone="error" className="mb-3">
          {refusalOf(save.error).message}
        </Banner>
      ) : null}
      <DriverTable fleet={fleet} choices={choices} problems={problems} onChange={setChoices} />
    </Dialog>
  );
}

function useSaveChoice(fleet: FleetItems, onDone: () => void) {
  const t = useWords("boardDrivers");
  const { gateway, planId } = useBoardSession();
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (drivers: ReturnType<typeof chosenDrivers>) => gateway.chooseDrivers(planId, drivers),
    onSuccess: async (refused) => {
      await queries.invalidateQueries({ queryKey: planKeys.board(planId) });
      for (const { driverId, reason } of refused.slice(0, 3)) {
        const name = fleet.drivers.find((driver) => driver.id === driverId)?.name ?? t("aDriver");
        toast.show({
          title: t("leftAsBefore", { name }),
          description: t(`refused.${reason}`, { name }),
          tone: "warn",
        });
      }
      onDone();
    },
  });
}
