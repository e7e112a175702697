"use client";
import { useMemo } from "react";
import type { useDraft } from "@/components/lib/use-draft";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { CodesField } from "./codes-field";
import { FormGroup } from "./edit-drawer";
import { PROFILE_LABELS } from "./fleet-words";
import type { Project, Vehicle } from "./use-fleet";
import { CAPACITY_FIELDS, type VehicleDraft } from "./vehicle-draft";

export type VehicleFieldsProps = {
  draft: ReturnType<typeof useDraft<VehicleDraft>>;
  project: Project;
  vehicles: readonly Vehicle[];
  mayEdit: boolean;
};

type TextKey = Exclude<keyof VehicleDraft, "profile" | "features">;

const PROFILE_OPTIONS = TRAVEL_PROFILES.map((profile) => ({ value: profile, label: PROFILE_LABELS[profile] }));

export function VehicleFields({ draft, project, vehicles, mayEdit }: VehicleFieldsProps) {
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
      <FormGroup title="Vehicle">
        <TextField label="Name" required autoComplete="off" placeholder="VAN-01" {...field("label")} />
        <div className="grid grid-cols-2 gap-3">
          <TextField label="Registration" autoComplete="off" {...field("registration")} />
          <Select
            label="Type"
            disabled={!mayEdit}
            options={PROFILE_OPTIONS}
            value={values.profile}
            onValueChange={(profile) => set("profile", profile)}
            hint="Decides roads and speed."
          />
        </div>
      </FormGroup>
      <FormGroup title="Capacity">
        <div className="grid grid-cols-2 gap-3">
          {CAPACITY_FIELDS.map((key, index) => {
            const dimension = project.loadDimensions[index];
            if (!dimension) return null;
            const unit = dimension.unit ? ` (${dimension.unit})` : "";
            return <TextField key={key} label={`${dimension.name}${unit}`} {...amount(key, "No limit")} />;
          })}
        </div>
      </FormGroup>
      <FormGroup title="Limits on a route">
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <TextField label="Most stops" {...amount("maxStops", "No limit")} />
          <TextField label="Distance (km)" {...amount("maxDistanceKm", "No limit")} />
          <TextField label="Driving (hours)" {...amount("maxDriveHours", "No limit")} />
        </div>
      </FormGroup>
      <FormGroup title="Features and cost">
        <CodesField
          label="Features"
          hint="What orders may ask of a vehicle. Enter adds one."
          placeholder="tail-lift, cooled…"
          values={values.features}
          onValuesChange={(next) => set("features", next)}
          suggestions={features}
          disabled={!mayEdit}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField label={`Per day used (${project.currency})`} {...amount("fixedCost", "0")} />
          <TextField label={`Per km (${project.currency})`} {...amount("costPerKm", "0")} />
        </div>
      </FormGroup>
    </>
  );
}
