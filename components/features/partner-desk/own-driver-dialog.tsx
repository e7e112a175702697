"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { FleetDialog } from "./fleet-dialog";
import type { OwnDriver, OwnVehicle } from "./own-fleet-page";

export type OwnDriverDialogProps = {
  /** Null adds one. */
  driver: OwnDriver | null;
  vehicles: readonly OwnVehicle[];
  onClose: () => void;
};

const NO_VEHICLE = "none";
const PHONE = /^(\+[1-9]\d{5,14})?$/;

/** One of the partner's drivers. */
export function OwnDriverDialog({ driver, vehicles, onClose }: OwnDriverDialogProps) {
  const t = useWords("partnerDesk");
  const save = useMutation(useTRPC().partnerDesk.saveDriver.mutationOptions());
  const draft = useDraft({
    name: driver?.name ?? "",
    phone: driver?.phone ?? "",
    email: driver?.email ?? "",
    vehicleId: driver?.vehicleId ?? NO_VEHICLE,
    isActive: driver?.status !== "inactive",
  });
  const { values, errors, set } = draft;

  function send() {
    const phone = values.phone.replace(/[\s()-]/g, "");
    const faults = {
      ...(values.name.trim() === "" && { name: t("nameMissing") }),
      ...(!PHONE.test(phone) && { phone: t("phoneWrong") }),
    };
    if (Object.keys(faults).length > 0) {
      draft.complain(faults);
      return null;
    }
    const { name, email, isActive } = values;
    const vehicleId = values.vehicleId === NO_VEHICLE ? null : values.vehicleId;
    return save.mutateAsync({
      ...(driver && { id: driver.id, version: driver.version }),
      driver: { name, email: email.trim(), phone, vehicleId, status: isActive ? "active" : "inactive" },
    });
  }

  return (
    <FleetDialog
      title={driver ? t("editNamed", { name: driver.name }) : t("addDriver")}
      form={draft.form}
      onSave={send}
      onClose={onClose}
    >
      <TextField
        label={t("name")}
        required
        value={values.name}
        error={errors.name}
        onValueChange={(name) => set("name", name)}
      />
      <TextField
        label={t("phone")}
        type="tel"
        value={values.phone}
        error={errors.phone}
        onValueChange={(phone) => set("phone", phone)}
      />
      <TextField
        label={t("email")}
        type="email"
        value={values.email}
        error={errors.email}
        onValueChange={(email) => set("email", email)}
      />
      <Select
        label={t("vehicle")}
        options={[
          { value: NO_VEHICLE, label: t("noVehicle") },
          ...vehicles.map(({ id, label }) => ({ value: id, label })),
        ]}
        value={values.vehicleId}
        onValueChange={(vehicleId) => set("vehicleId", vehicleId)}
      />
      <Switch
        label={t("isActive")}
        checked={values.isActive}
        onCheckedChange={(isActive) => set("isActive", isActive)}
      />
    </FleetDialog>
  );
}
