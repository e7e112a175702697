"use client";
import { useMemo, useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Documents } from "./documents/documents";
import { EditDrawer } from "./edit-drawer";
import { OwnFields } from "./own-fields";
import type { Project, Vehicle } from "./use-fleet";
import { useSaveFleet } from "./use-save-fleet";
import { checkVehicle, draftOfVehicle, NEW_VEHICLE } from "./vehicle-draft";
import { VehicleFields } from "./vehicle-fields";

export type VehicleDrawerProps = {
  open: boolean;
  /** Null adds one. */
  vehicle: Vehicle | null;
  project: Project;
  vehicles: readonly Vehicle[];
  mayEdit: boolean;
  onClose: () => void;
};

export function VehicleDrawer({ open, vehicle, project, vehicles, mayEdit, onClose }: VehicleDrawerProps) {
  const t = useWords("fleet");
  const { vehicleFieldDefinitions: definitions } = project;
  // What is typed is read in the units it was begun in.
  const [shown] = useState(() => ({ ...project, loadDimensions: t.format.loads(project.loadDimensions) }));
  const { loadDimensions: dimensions } = shown;
  const { units } = t.format;
  const before = vehicle?.customFields ?? {};
  const initial = useMemo(
    () => (vehicle ? draftOfVehicle(vehicle, dimensions, units) : NEW_VEHICLE),
    [vehicle, dimensions, units],
  );
  const draft = useDraft(initial);
  const client = useTRPCClient();
  const { save, isPending, refusal } = useSaveFleet();

  async function submit() {
    const checked = checkVehicle(t, draft.values, dimensions, definitions, before);
    if (!checked.ok) return draft.complain(checked.errors);
    const known = vehicle ? { id: vehicle.id, version: vehicle.version } : {};
    const input = { ...known, projectId: project.id, vehicle: checked.input };
    const doneText = t(vehicle ? "saved" : "added", { name: checked.input.label });
    if (await save(doneText, () => client.fleet.saveVehicle.mutate(input))) onClose();
  }

  return (
    <EditDrawer
      open={open}
      title={vehicle ? vehicle.label : t("newVehicle")}
      submitLabel={t(vehicle ? "saveVehicle" : "addVehicle")}
      isPending={isPending}
      refusal={refusal}
      isDirty={JSON.stringify(draft.values) !== JSON.stringify(initial)}
      mayEdit={mayEdit}
      form={draft.form}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <VehicleFields draft={draft} project={shown} vehicles={vehicles} mayEdit={mayEdit} />
      <OwnFields
        definitions={definitions}
        draft={draft.values.ownFields}
        before={before}
        isJudged={draft.errors.ownFields !== undefined}
        mayEdit={mayEdit}
        onChange={(ownFields) => draft.set("ownFields", ownFields)}
      />
      {vehicle && mayEdit ? <Documents owner={{ entity: "vehicle", id: vehicle.id }} /> : null}
    </EditDrawer>
  );
}
