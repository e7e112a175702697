"use client";
import { useMemo } from "react";
import type { useDraft } from "@/components/lib/use-draft";
import { Combobox } from "@/components/ui/combobox";
import { TextField } from "@/components/ui/text-field";
import { CodesField } from "./codes-field";
import { type DriverDraft, readShift } from "./driver-draft";
import { FormGroup } from "./edit-drawer";
import { PROFILE_LABELS } from "./fleet-words";
import type { Depot, Driver, Project, Vehicle } from "./use-fleet";

export type DriverFieldsProps = {
  draft: ReturnType<typeof useDraft<DriverDraft>>;
  project: Project;
  drivers: readonly Driver[];
  vehicles: readonly Vehicle[];
  depots: readonly Depot[];
  mayEdit: boolean;
};

/** A driver's fields, in the order somebody asks about them. */
export function DriverFields(props: DriverFieldsProps) {
  return (
    <>
      <ContactFields {...props} />
      <DayFields {...props} />
      <SkillFields {...props} />
    </>
  );
}

function ContactFields({ draft: { values, errors, set } }: DriverFieldsProps) {
  return (
    <FormGroup title="Contact">
      <TextField
        label="Name"
        required
        autoComplete="off"
        value={values.name}
        onValueChange={(name) => set("name", name)}
        error={errors.name}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Phone"
          type="tel"
          inputMode="tel"
          autoComplete="off"
          hint="For the route by SMS."
          value={values.phone}
          onValueChange={(phone) => set("phone", phone)}
          error={errors.phone}
        />
        <TextField
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="off"
          hint="For the route by e-mail."
          value={values.email}
          onValueChange={(email) => set("email", email)}
          error={errors.email}
        />
      </div>
    </FormGroup>
  );
}

function DayFields({ draft: { values, errors, set }, vehicles, depots, mayEdit }: DriverFieldsProps) {
  const { isOvernight } = readShift(values.shiftFrom, values.shiftTo);
  const vehicleOptions = vehicles.map(({ id, label, registration, profile }) => ({
    value: id,
    label,
    hint: registration || PROFILE_LABELS[profile],
  }));
  const depotOptions = depots.map(({ id, name, city }) => ({ value: id, label: name, hint: city }));
  return (
    <FormGroup title="Usual day">
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Shift from"
          value={values.shiftFrom}
          onValueChange={(text) => set("shiftFrom", text)}
          error={errors.shiftFrom}
        />
        <TextField
          label="Shift to"
          value={values.shiftTo}
          onValueChange={(text) => set("shiftTo", text)}
          error={errors.shiftTo}
          hint={isOvernight ? "Ends the next day." : undefined}
        />
      </div>
      <Combobox
        label="Vehicle"
        disabled={!mayEdit}
        options={vehicleOptions}
        value={values.vehicleId}
        onValueChange={(vehicleId) => set("vehicleId", vehicleId)}
        placeholder="No usual vehicle"
        emptyText="No vehicle has this name"
      />
      <Combobox
        label="Depot"
        disabled={!mayEdit}
        options={depotOptions}
        value={values.depotId}
        onValueChange={(depotId) => set("depotId", depotId)}
        placeholder="No usual depot"
        emptyText="No depot has this name"
      />
    </FormGroup>
  );
}

function SkillFields({ draft: { values, errors, set }, project, drivers, mayEdit }: DriverFieldsProps) {
  const skills = useMemo(() => [...new Set(drivers.flatMap((driver) => driver.skills))].sort(), [drivers]);
  return (
    <FormGroup title="Skills and cost">
      <CodesField
        label="Skills"
        hint="What orders may ask of a driver. Enter adds one."
        placeholder="cold, heavy, keys…"
        values={values.skills}
        onValuesChange={(next) => set("skills", next)}
        suggestions={skills}
        disabled={!mayEdit}
      />
      <TextField
        label={`Cost per hour (${project.currency})`}
        inputMode="decimal"
        className="sm:max-w-1/2"
        value={values.costPerHour}
        onValueChange={(text) => set("costPerHour", text)}
        error={errors.costPerHour}
        placeholder="0"
      />
    </FormGroup>
  );
}
