"use client";
import { useMemo } from "react";
import { BreaksField } from "@/components/lib/breaks/breaks-field";
import type { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Combobox } from "@/components/ui/combobox";
import { TextField } from "@/components/ui/text-field";
import { CodesField } from "./codes-field";
import { type DriverDraft, readShift } from "./driver-draft";
import { FormGroup } from "./edit-drawer";
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
      <NameFields {...props} />
    </>
  );
}

function ContactFields({ draft: { values, errors, set } }: DriverFieldsProps) {
  const t = useWords("fleet");
  return (
    <FormGroup title={t("contact")}>
      <TextField
        label={t("name")}
        required
        autoComplete="off"
        value={values.name}
        onValueChange={(name) => set("name", name)}
        error={errors.name}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("phone")}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          hint={t("phoneHint")}
          value={values.phone}
          onValueChange={(phone) => set("phone", phone)}
          error={errors.phone}
        />
        <TextField
          label={t("email")}
          type="email"
          inputMode="email"
          autoComplete="off"
          hint={t("emailHint")}
          value={values.email}
          onValueChange={(email) => set("email", email)}
          error={errors.email}
        />
      </div>
    </FormGroup>
  );
}

/** What other systems call him: their programs name him so. */
function NameFields({ draft: { values, errors, set } }: DriverFieldsProps) {
  const t = useWords("fleet");
  return (
    <FormGroup title={t("otherSystems")}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("externalId")}
          autoComplete="off"
          hint={t("externalIdHint")}
          value={values.externalId}
          onValueChange={(externalId) => set("externalId", externalId)}
          error={errors.externalId}
        />
        <TextField
          label={t("serial")}
          autoComplete="off"
          value={values.serial}
          onValueChange={(serial) => set("serial", serial)}
          error={errors.serial}
        />
      </div>
    </FormGroup>
  );
}

function DayFields({ draft: { values, errors, set }, vehicles, depots, mayEdit }: DriverFieldsProps) {
  const t = useWords("fleet");
  const { isOvernight } = readShift(values.shiftFrom, values.shiftTo);
  const vehicleOptions = vehicles.map(({ id, label, registration, profile }) => ({
    value: id,
    label,
    hint: registration || t(`profile.${profile}`),
  }));
  const depotOptions = depots.map(({ id, name, city }) => ({ value: id, label: name, hint: city }));
  return (
    <FormGroup title={t("usualDay")}>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("shiftFrom")}
          value={values.shiftFrom}
          onValueChange={(text) => set("shiftFrom", text)}
          error={errors.shiftFrom}
        />
        <TextField
          label={t("shiftTo")}
          value={values.shiftTo}
          onValueChange={(text) => set("shiftTo", text)}
          error={errors.shiftTo}
          hint={isOvernight ? t("endsNextDay") : undefined}
        />
      </div>
      <fieldset className="flex flex-col items-start gap-1">
        <legend className="mb-1 font-medium text-base">{t("breaks")}</legend>
        <BreaksField
          value={values.breaks}
          error={errors.breaks}
          disabled={!mayEdit}
          onChange={(breaks) => set("breaks", breaks)}
        />
        <p className="text-ink-muted text-sm">{t("breaksHint")}</p>
      </fieldset>
      <Combobox
        label={t("vehicle")}
        disabled={!mayEdit}
        options={vehicleOptions}
        value={values.vehicleId}
        onValueChange={(vehicleId) => set("vehicleId", vehicleId)}
        placeholder={t("noUsualVehicle")}
        emptyText={t("noVehicleNamed")}
      />
      <Combobox
        label={t("depot")}
        disabled={!mayEdit}
        options={depotOptions}
        value={values.depotId}
        onValueChange={(depotId) => set("depotId", depotId)}
        placeholder={t("noUsualDepot")}
        emptyText={t("noDepotNamed")}
      />
    </FormGroup>
  );
}

function SkillFields({ draft: { values, errors, set }, project, drivers, mayEdit }: DriverFieldsProps) {
  const t = useWords("fleet");
  const skills = useMemo(() => [...new Set(drivers.flatMap((driver) => driver.skills))].sort(), [drivers]);
  return (
    <FormGroup title={t("skillsAndCost")}>
      <CodesField
        label={t("skills")}
        hint={t("skillsHint")}
        placeholder={t("skillsExample")}
        values={values.skills}
        onValuesChange={(next) => set("skills", next)}
        suggestions={skills}
        disabled={!mayEdit}
      />
      <TextField
        label={t("costPerHour", { currency: project.currency })}
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
