"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Refusal, refusalOf } from "@/components/lib/refusal";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useDraft } from "@/components/lib/use-draft";
import { useMay } from "@/components/lib/viewer-permissions";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CountryPicker } from "@/components/ui/country-picker";
import { CurrencyPicker } from "@/components/ui/currency-picker";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { ZonePicker } from "@/components/ui/zone-picker";
import { DimensionFields } from "./dimension-fields";
import { checkProject, draftOfProject } from "./project-draft";
import { SettingsSection } from "./settings-section";

const NO_DEPOT = "none";

/** A project's settings, saved as a whole. */
export function ProjectForm({ project }: { project: Project }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const mayEdit = useMay("settings.write");
  const depots = useQuery(trpc.fleet.depots.queryOptions({ projectId: project.id }));
  const [initial, setInitial] = useState(() => draftOfProject(project));
  const draft = useDraft(initial);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { values, errors, set } = draft;
  const isDirty = JSON.stringify(values) !== JSON.stringify(initial);
  const isZoneChanged = values.timeZone !== project.timeZone;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const checked = checkProject(values);
    if (!checked.ok) return draft.complain(checked.errors);
    setPending(true);
    setRefusal(null);
    try {
      await client.project.edit.mutate({
        id: project.id,
        project: checked.input,
        defaultDepotId: values.defaultDepotId,
      });
      await queryClient.invalidateQueries({ queryKey: trpc.project.pathKey() });
      setInitial(values);
      toast.show({ title: `${checked.input.name} saved`, tone: "ok" });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setPending(false);
    }
  }

  const depotOptions = [
    { value: NO_DEPOT, label: "None" },
    ...(depots.data ?? []).map(({ id, name, city }) => ({ value: id, label: name, hint: city })),
  ];
  return (
    <form ref={draft.form} noValidate onSubmit={(event) => void submit(event)}>
      <SettingsSection
        title={project.name}
        description={
          mayEdit
            ? "A branch with its own days, vehicles and defaults."
            : "A branch with its own days, vehicles and defaults. Administrators change them."
        }
        footer={
          mayEdit ? (
            <>
              {isDirty ? (
                <Button variant="ghost" disabled={isPending} onClick={() => draft.reset(initial)}>
                  Discard changes
                </Button>
              ) : null}
              <Button type="submit" variant="primary" loading={isPending} disabled={!isDirty}>
                Save project
              </Button>
            </>
          ) : undefined
        }
      >
        {refusal ? (
          <Banner tone="error" title="Not saved">
            {refusal.message}
          </Banner>
        ) : null}
        <fieldset disabled={!mayEdit} className="contents">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Name"
              required
              value={values.name}
              onValueChange={(name) => set("name", name)}
              error={errors.name}
            />
            <ZonePicker
              label="Time zone"
              required
              disabled={!mayEdit}
              value={values.timeZone}
              onValueChange={(zone) => set("timeZone", zone)}
              error={errors.timeZone}
              hint={isZoneChanged ? "Plans already made keep the zone they were made in." : undefined}
            />
            <CountryPicker
              label="Country"
              required
              disabled={!mayEdit}
              hint="Of addresses and phone numbers that name none."
              value={values.defaultCountry}
              onValueChange={(country) => set("defaultCountry", country)}
              error={errors.defaultCountry}
            />
            <CurrencyPicker
              label="Currency"
              required
              disabled={!mayEdit}
              value={values.currency}
              onValueChange={(currency) => set("currency", currency)}
              error={errors.currency}
            />
            <TextField
              label="Time at a stop (minutes)"
              inputMode="decimal"
              hint="Of orders that say nothing else."
              value={values.serviceMinutes}
              onValueChange={(text) => set("serviceMinutes", text)}
              error={errors.serviceMinutes}
            />
            <Select
              label="Default depot"
              disabled={!mayEdit}
              hint="Where new drivers start."
              options={depotOptions}
              value={values.defaultDepotId ?? NO_DEPOT}
              onValueChange={(id) => set("defaultDepotId", id === NO_DEPOT ? null : id)}
            />
          </div>
          <div className="mt-2">
            <h3 className="font-medium text-sm">Loads</h3>
            <p className="mb-3 text-ink-muted text-sm">
              What orders weigh and vehicles carry is counted in these four. Amounts already stored keep their number.
            </p>
            <DimensionFields
              dimensions={values.loadDimensions}
              onChange={(dimensions) => set("loadDimensions", dimensions)}
              error={errors.loadDimensions}
              disabled={!mayEdit}
            />
          </div>
        </fieldset>
      </SettingsSection>
    </form>
  );
}
