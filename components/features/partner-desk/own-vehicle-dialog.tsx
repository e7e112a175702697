"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { FleetDialog } from "./fleet-dialog";
import type { OwnVehicle } from "./own-fleet-page";

/** One of the partner's vehicles; null adds one. */
export function OwnVehicleDialog({ vehicle, onClose }: { vehicle: OwnVehicle | null; onClose: () => void }) {
  const t = useWords("partnerDesk");
  const save = useMutation(useTRPC().partnerDesk.saveVehicle.mutationOptions());
  const draft = useDraft({
    label: vehicle?.label ?? "",
    registration: vehicle?.registration ?? "",
    profile: vehicle?.profile ?? ("van" as OwnVehicle["profile"]),
  });
  const { values, errors, set } = draft;

  function send() {
    if (values.label.trim() === "") {
      draft.complain({ label: t("nameMissing") });
      return null;
    }
    return save.mutateAsync({ ...(vehicle && { id: vehicle.id, version: vehicle.version }), vehicle: values });
  }

  return (
    <FleetDialog
      title={vehicle ? t("editNamed", { name: vehicle.label }) : t("addVehicle")}
      form={draft.form}
      onSave={send}
      onClose={onClose}
    >
      <TextField
        label={t("name")}
        required
        value={values.label}
        error={errors.label}
        onValueChange={(label) => set("label", label)}
      />
      <TextField
        label={t("registration")}
        value={values.registration}
        onValueChange={(registration) => set("registration", registration)}
      />
      <Select
        label={t("kind")}
        options={TRAVEL_PROFILES.map((value) => ({ value, label: t(`profile.${value}`) }))}
        value={values.profile}
        onValueChange={(profile) => set("profile", profile)}
      />
    </FleetDialog>
  );
}
