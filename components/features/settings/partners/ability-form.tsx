"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { PARTNER_CAPABILITIES, type PartnerCapability } from "@/server/domain/partner/partner-schema";
import { TRAVEL_PROFILES, type TravelProfile } from "@/server/domain/travel/travel-profile";
import { areasOf, clockText, readPromises } from "./ability-draft";
import type { WholePartner } from "./partner-words";
import { StepFrame, type StepProps } from "./step-frame";

interface Draft {
  readonly capabilities: readonly PartnerCapability[];
  readonly vehicles: readonly TravelProfile[];
  readonly areas: string;
  readonly percent: string;
  readonly minutes: string;
  readonly cutoff: string;
}

const toggled = <T,>(list: readonly T[], item: T, isIn: boolean) =>
  isIn ? [...list, item] : list.filter((each) => each !== item);

/** What a partner can do, where, and what it promises. */
export function AbilityForm({ partner, onSaved, isStep = false, ...frame }: StepProps<WholePartner>) {
  const t = useWords("settingsPartners");
  const client = useTRPCClient();
  const trpc = useTRPC();
  const zones = useQuery(trpc.partner.zones.queryOptions({})).data ?? [];
  const { attempt, isPending, refusal } = useAttempt();
  const { sla } = partner;
  const { values, errors, form, set, complain } = useDraft<Draft>({
    capabilities: partner.capabilities,
    vehicles: partner.vehicleProfiles,
    areas: partner.areas.join("\n"),
    percent: sla.onTimePercent === undefined ? "" : String(sla.onTimePercent),
    minutes: sla.deliveryMinutes === undefined ? "" : String(sla.deliveryMinutes),
    cutoff: clockText(sla.cutoffSeconds),
  });
  const areas = areasOf(values.areas);

  async function save() {
    const read = readPromises(values);
    if (!read.ok) {
      return complain({
        percent: read.wrong.includes("percent") ? t("wrong.percent") : undefined,
        minutes: read.wrong.includes("minutes") ? t("wrong.minutes") : undefined,
      });
    }
    const { capabilities, vehicles } = values;
    await attempt(isStep ? null : t("saved"), async () => {
      await client.partner.edit.mutate({
        id: partner.id,
        version: partner.version,
        changes: { capabilities: [...capabilities], vehicleProfiles: [...vehicles], areas, sla: read.sla },
      });
      onSaved(partner.id);
    });
  }

  return (
    <StepFrame {...frame} form={form} refusal={refusal} isPending={isPending} onSubmit={() => void save()}>
      <Choice label={t("capabilities")} hint={t("capabilitiesHint")}>
        {PARTNER_CAPABILITIES.map((capability) => (
          <Checkbox
            key={capability}
            label={t(`capability.${capability}`)}
            checked={values.capabilities.includes(capability)}
            onCheckedChange={(isIn) => set("capabilities", toggled(values.capabilities, capability, isIn))}
          />
        ))}
      </Choice>
      <Choice label={t("vehicles")} hint={t("vehiclesHint")}>
        {TRAVEL_PROFILES.map((profile) => (
          <Checkbox
            key={profile}
            label={t(`vehicle.${profile}`)}
            checked={values.vehicles.includes(profile)}
            onCheckedChange={(isIn) => set("vehicles", toggled(values.vehicles, profile, isIn))}
          />
        ))}
      </Choice>
      <TextArea
        label={t("areas")}
        hint={t("areasHint")}
        rows={4}
        value={values.areas}
        onValueChange={(text) => set("areas", text)}
      />
      {zones.length > 0 ? (
        <fieldset aria-label={t("zonesOffered")} className="-mt-3 flex flex-wrap items-center gap-1.5">
          <span className="text-ink-muted text-sm">{t("zonesOffered")}</span>
          {zones.map((zone) => (
            <Chip
              key={zone}
              icon={<Plus aria-hidden="true" />}
              disabled={areas.includes(zone)}
              onClick={() => set("areas", [...areas, zone].join("\n"))}
            >
              {zone}
            </Chip>
          ))}
        </fieldset>
      ) : null}
      <Choice label={t("sla")} hint={t("slaAbout")}>
        <div className="grid w-full gap-5 sm:grid-cols-3">
          <TextField
            label={t("slaPercent")}
            inputMode="decimal"
            trailing={<span className="pr-2">{t("percent")}</span>}
            error={errors.percent}
            value={values.percent}
            onValueChange={(percent) => set("percent", percent)}
          />
          <TextField
            label={t("slaMinutes")}
            inputMode="numeric"
            trailing={<span className="pr-2">{t("minutes")}</span>}
            error={errors.minutes}
            value={values.minutes}
            onValueChange={(minutes) => set("minutes", minutes)}
          />
          <TextField
            label={t("slaCutoff")}
            type="time"
            hint={t("slaCutoffHint")}
            value={values.cutoff}
            onValueChange={(cutoff) => set("cutoff", cutoff)}
          />
        </div>
      </Choice>
    </StepFrame>
  );
}

function Choice({ label, hint, children }: { label: string; hint: string; children: React.ReactNode }) {
  return (
    <fieldset>
      <legend className="font-medium">{label}</legend>
      <p className="mb-1.5 text-ink-muted text-sm">{hint}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-2">{children}</div>
    </fieldset>
  );
}
