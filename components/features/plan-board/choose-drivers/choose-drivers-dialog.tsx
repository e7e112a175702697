"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/components/lib/refusal";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import type { FleetItems, RefusedDriver } from "../plan-gateway";
import { planKeys } from "../plan-keys";
import { choiceProblems, chosenDrivers, type DriverChoice, draftChoices } from "./draft-choice";
import { DriverTable } from "./driver-table";

const refusals: Record<RefusedDriver["reason"], string> = {
  "unknown-driver": "is no longer a driver of this project",
  inactive: "is not active",
  "no-vehicle": "has no vehicle",
  "no-depot": "has no depot",
  "shift-ends-before-it-begins": "has a shift that ends before it begins",
  "route-has-stops": "has stops: move them first",
  "route-dispatched": "already has the route",
};

/** Who drives on this day, in which vehicle, from which depot. Each gets a route to put stops on. */
export function ChooseDriversDialog() {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { gateway } = useBoardSession();
  const { projectId } = board.plan;
  const fleet = useQuery({ queryKey: planKeys.fleet(projectId), queryFn: () => gateway.listFleet(projectId) });
  const close = () => store.setState({ dialog: null });
  if (fleet.data) return <ChoiceForm fleet={fleet.data} onClose={close} />;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()} size="xl" title="Drivers of the day">
      {fleet.isError ? (
        <Banner
          tone="error"
          actions={
            <Button size="sm" onClick={() => void fleet.refetch()}>
              Try again
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
  const { board } = useBoard();
  const [before] = useState(() => draftChoices(fleet, board.routes));
  const [choices, setChoices] = useState<readonly DriverChoice[]>(before);
  const save = useSaveChoice(fleet, onClose);
  const problems = choiceProblems(choices);
  const count = choices.filter((choice) => choice.isChosen).length;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="xl"
      title="Drivers of the day"
      description="Each chosen driver gets a route. Drivers with stops on their route stay."
      footer={
        <>
          <span className="mr-auto self-center text-ink-muted tabular-nums">
            {count} of {choices.length} chosen
            {problems.size > 0 ? ` · ${problems.size} to complete` : ""}
          </span>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={problems.size > 0}
            onClick={() => save.mutate(chosenDrivers(choices, before))}
          >
            {count === 0 ? "Use no driver" : count === 1 ? "Use 1 driver" : `Use ${count} drivers`}
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
  const { gateway, planId } = useBoardSession();
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (drivers: ReturnType<typeof chosenDrivers>) => gateway.chooseDrivers(planId, drivers),
    onSuccess: async (refused) => {
      await queries.invalidateQueries({ queryKey: planKeys.board(planId) });
      for (const { driverId, reason } of refused.slice(0, 3)) {
        const name = fleet.drivers.find((driver) => driver.id === driverId)?.name ?? "A driver";
        toast.show({ title: `${name} was left as before`, description: `${name} ${refusals[reason]}.`, tone: "warn" });
      }
      onDone();
    },
  });
}
