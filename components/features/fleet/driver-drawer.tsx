"use client";
import { useMemo } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import type { DriverInput } from "@/server/domain/driver/driver-schema";
import { Documents } from "./documents/documents";
import { checkDriver, draftOfDriver, NEW_DRIVER } from "./driver-draft";
import { DriverFields } from "./driver-fields";
import { EditDrawer } from "./edit-drawer";
import { OwnFields } from "./own-fields";
import type { Depot, Driver, Project, Vehicle } from "./use-fleet";
import { useSaveFleet } from "./use-save-fleet";

export type DriverDrawerProps = {
  open: boolean;
  /** Null adds one. */
  driver: Driver | null;
  project: Project;
  drivers: readonly Driver[];
  vehicles: readonly Vehicle[];
  depots: readonly Depot[];
  mayEdit: boolean;
  onClose: () => void;
};

export function DriverDrawer({
  open,
  driver,
  project,
  drivers,
  vehicles,
  depots,
  mayEdit,
  onClose,
}: DriverDrawerProps) {
  const t = useWords("fleet");
  const initial = useMemo(() => {
    if (driver) return draftOfDriver(driver);
    return { ...NEW_DRIVER, depotId: project.defaultDepotId ?? depots[0]?.id ?? null };
  }, [driver, project, depots]);
  const draft = useDraft(initial);
  const client = useTRPCClient();
  const { save, isPending, refusal } = useSaveFleet();
  const status = driver?.status ?? "active";
  const isDirty = JSON.stringify(draft.values) !== JSON.stringify(initial);

  async function submit(nextStatus: DriverInput["status"], doneText: string) {
    const checked = checkDriver(t, draft.values, nextStatus, project, driver?.customFields ?? {});
    if (!checked.ok) return draft.complain(checked.errors);
    const known = driver ? { id: driver.id, version: driver.version } : {};
    const input = { ...known, projectId: project.id, driver: checked.input };
    if (await save(doneText, () => client.fleet.saveDriver.mutate(input))) onClose();
  }

  const toggle = () =>
    status === "active"
      ? submit("inactive", t("noLongerOffered", { name: draft.values.name }))
      : submit("active", t("offeredAgain", { name: draft.values.name }));

  return (
    <EditDrawer
      open={open}
      title={driver ? driver.name : t("newDriver")}
      description={driver && status === "inactive" ? t("inactiveAbout") : undefined}
      submitLabel={t(driver ? "saveDriver" : "addDriver")}
      isPending={isPending}
      refusal={refusal}
      isDirty={isDirty}
      mayEdit={mayEdit}
      form={draft.form}
      onSubmit={() => void submit(status, t(driver ? "saved" : "added", { name: draft.values.name }))}
      onClose={onClose}
      otherActions={
        driver ? (
          <Button variant="ghost" disabled={isPending} onClick={() => void toggle()}>
            {t(status === "active" ? "deactivate" : "activate")}
          </Button>
        ) : null
      }
    >
      <DriverFields
        draft={draft}
        project={project}
        drivers={drivers}
        vehicles={vehicles}
        depots={depots}
        mayEdit={mayEdit}
      />
      <OwnFields
        definitions={project.driverFieldDefinitions}
        draft={draft.values.ownFields}
        before={driver?.customFields ?? {}}
        isJudged={draft.errors.ownFields !== undefined}
        mayEdit={mayEdit}
        onChange={(ownFields) => draft.set("ownFields", ownFields)}
      />
      {driver && mayEdit ? <Documents owner={{ entity: "driver", id: driver.id }} /> : null}
    </EditDrawer>
  );
}
