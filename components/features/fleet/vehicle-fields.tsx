"use client";
import { useMemo } from "react";
import type { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { MeasureField } from "@/components/ui/measure-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { CodesField } from "./codes-field";
import { FormGroup } from "./edit-drawer";
import type { Project, Vehicle } from "./use-fleet";
import { CAPACITY_FIELDS, type VehicleDraft } from "./vehicle-draft";

export type VehicleFieldsProps = {
  draft: ReturnType<typeof useDraft<VehicleDraft>>;
  /** Its load dimensions as they are typed. */
  project: Project;
  vehicles: readonly Vehicle[];
  mayEdit: boolean;
};

type TextKey = Exclude<keyof VehicleDraft, "profile" | "features" | "ownFields">;

export function VehicleFields({ draft, project, vehicles, mayEdit }: VehicleFieldsProps) {
  const t = useWords("fleet");
  const { units } = t.format;
  const { values, errors, set } = draft;
  const features = useMemo(() => [...new Set(vehicles.flatMap((vehicle) => vehicle.features))].sort(), [vehicles]);
  const field = (key: TextKey) => ({
    value: values[key],
    onValueChange: (text: string) => set(key, text),
    error: errors[key],
  });
  const amount = (key: TextKey, placeholder: string) => ({ ...field(key), placeholder, inputMode: "decimal" as const });
  return (
    <>
      <FormGroup title={t("vehicle")}>
        <TextField label={t("name")} required autoComplete="off" placeholder="VAN-01" {...field("label")} />
        <div className="grid grid-cols-2 gap-3">
          <TextField label={t("registration")} autoComplete="off" {...field("registration")} />
          <Select
            label={t("type")}
            disabled={!mayEdit}
            options={TRAVEL_PROFILES.map((profile) => ({ value: profile, label: t(`profile.${profile}`) }))}
            value={values.profile}
            onValueChange={(profile) => set("profile", profile)}
            hint={t("typeHint")}
          />
        </div>
        <TextField
          label={t("externalId")}
          autoComplete="off"
          className="sm:max-w-1/2"
          hint={t("externalIdHint")}
          {...field("externalId")}
        />
      </FormGroup>
      <FormGroup title={t("capacity")}>
        <div className="grid grid-cols-2 gap-3">
          {CAPACITY_FIELDS.map((key, index) => {
            const dimension = project.loadDimensions[index];
            if (!dimension) return null;
            return (
              <MeasureField key={key} label={dimension.name} unit={dimension.unit} {...amount(key, t("noLimit"))} />
            );
          })}
        </div>
      </FormGroup>
      <FormGroup title={t("limits")}>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <TextField label={t("mostStops")} {...amount("maxStops", t("noLimit"))} />
          <MeasureField label={t("distance")} unit={units.distance.unit} {...amount("maxDistance", t("noLimit"))} />
          <TextField label={t("drivingHours")} {...amount("maxDriveHours", t("noLimit"))} />
        </div>
      </FormGroup>
      <FormGroup title={t("featuresAndCost")}>
        <CodesField
          label={t("features")}
          hint={t("featuresHint")}
          placeholder={t("featuresExample")}
          values={values.features}
          onValuesChange={(next) => set("features", next)}
          suggestions={features}
          disabled={!mayEdit}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField label={t("perDayUsed", { currency: project.currency })} {...amount("fixedCost", "0")} />
          <TextField
            label={t("perDistanceIn", { currency: project.currency, unit: units.distance.unit })}
            {...amount("costPerDistance", "0")}
          />
          <TextField
            label={t("emissions", { unit: units.distance.unit })}
            hint={t("emissionsHint")}
            {...amount("emissions", t("notSaid"))}
          />
        </div>
      </FormGroup>
    </>
  );
}
