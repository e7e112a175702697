"use client";
import { useMemo } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { EditDialog } from "../form/edit-dialog";
import { checkZone, cornersText, draftOfZone, readCorners } from "./slot-draft";
import { useSaveSlots, type Zone } from "./use-slots";
import { ZoneMap } from "./zone-map";

export type ZoneDialogProps = {
  /** Null adds one. */
  zone: Zone | null;
  project: Project;
  basemap: BasemapSources;
  onClose: () => void;
};

/** Where a zone is: by postcodes, or drawn on the map. */
export function ZoneDialog({ zone, project, basemap, onClose }: ZoneDialogProps) {
  const common = useWords("common");
  const t = useWords("settingsSlots");
  const client = useTRPCClient();
  const initial = useMemo(() => draftOfZone(zone), [zone]);
  const draft = useDraft(initial);
  const { save, isPending, refusal } = useSaveSlots();
  const { values, errors, set } = draft;
  const { corners } = readCorners(values.corners);

  async function submit() {
    const checked = checkZone(t, values);
    if (!checked.ok) return draft.complain(checked.errors);
    const known = zone ? { id: zone.id, seenAt: zone.updatedAt.toISOString() } : {};
    const input = { ...known, projectId: project.id, zone: checked.input };
    const isSaved = await save(t("zone.saved", { name: checked.input.name }), () => client.slot.saveZone.mutate(input));
    if (isSaved) onClose();
  }
  async function remove(target: Zone) {
    const done = t("zone.removed", { name: target.name });
    if (await save(done, () => client.slot.removeZone.mutate({ zoneId: target.id }))) onClose();
  }

  return (
    <EditDialog
      title={zone ? zone.name : t("zone.new")}
      size="lg"
      form={draft.form}
      isDirty={JSON.stringify(values) !== JSON.stringify(initial)}
      isPending={isPending}
      refusal={refusal}
      removal={
        zone
          ? {
              label: common("delete"),
              title: t("zone.removeTitle", { name: zone.name }),
              about: t("zone.removeAbout"),
              onConfirm: () => void remove(zone),
            }
          : undefined
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={common("name")}
        required
        value={values.name}
        onValueChange={(name) => set("name", name)}
        error={errors.name}
      />
      <SegmentedControl
        label={t("zone.kind")}
        className="self-start"
        options={[
          { value: "postcodes", label: t("zone.byPostcodes") },
          { value: "polygon", label: t("zone.byMap") },
        ]}
        value={values.kind}
        onValueChange={(kind) => set("kind", kind)}
      />
      {values.kind === "postcodes" ? (
        <TextArea
          label={t("zone.postcodesLabel")}
          hint={t("zone.postcodesHint")}
          rows={4}
          value={values.postcodes}
          onValueChange={(postcodes) => set("postcodes", postcodes)}
          error={errors.postcodes}
        />
      ) : (
        <>
          <ZoneMap
            basemap={basemap}
            project={project}
            corners={corners}
            onCornersChange={(next) => set("corners", cornersText(next))}
          />
          <TextArea
            label={t("zone.cornersLabel")}
            hint={t("zone.cornersHint")}
            rows={4}
            spellCheck={false}
            value={values.corners}
            onValueChange={(text) => set("corners", text)}
            error={errors.corners}
          />
        </>
      )}
    </EditDialog>
  );
}
