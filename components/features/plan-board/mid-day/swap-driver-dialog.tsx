"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { planKeys } from "../plan-keys";
import { swapChoices } from "./swap-choices";

/** Who is to drive a route from now on: anybody of the project, on the day or not. What it does is looked at next. */
export function SwapDriverDialog({ routeId }: { routeId: string }) {
  const t = useWords("boardDiff");
  const common = useWords("common");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { gateway, actions } = useBoardSession();
  const { projectId } = board.plan;
  const fleet = useQuery({ queryKey: planKeys.fleet(projectId), queryFn: () => gateway.listFleet(projectId) });
  const [driverId, setDriverId] = useState<string | null>(null);
  const [withVehicle, setWithVehicle] = useState(false);
  const choices = swapChoices(board, routeId, fleet.data?.drivers ?? []);
  const chosen = choices.find((each) => each.driverId === driverId);
  const route = board.routes.find(({ id }) => id === routeId);
  const close = () => store.setState({ dialog: null });
  if (!route) return null;
  const look = () => {
    if (!chosen) return;
    close();
    const { driverName } = chosen;
    const request = { kind: "swap" as const, routeId, driverId: chosen.driverId, driverName, withVehicle };
    actions.previewMidDay(request, t("swap.looking", { driver: driverName }));
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t("swap.title", { route: String(route.number) })}
      description={t("swap.about", { driver: route.driver.name })}
      footer={
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button variant="primary" disabled={!chosen} onClick={look}>
            {t("preview")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Combobox
          label={t("swap.driver")}
          options={choices.map((each) => ({
            value: each.driverId,
            label: each.driverName,
            hint:
              each.routeNumber === null
                ? t("swap.free")
                : t("swap.hasRoute", { route: String(each.routeNumber), stops: each.stops }),
          }))}
          value={driverId}
          onValueChange={setDriverId}
          loading={fleet.isPending}
        />
        <Checkbox
          label={t("swap.withVehicle")}
          hint={t("swap.withVehicleHint")}
          checked={withVehicle}
          onCheckedChange={setWithVehicle}
        />
      </div>
    </Dialog>
  );
}
