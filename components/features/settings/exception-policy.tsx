"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { amountText, typedAmount } from "@/components/lib/parse-amount";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { type ExceptionPolicy, exceptionPolicySchema } from "@/server/domain/exception/exception-policy";
import { SettingsSection } from "./settings-section";

/** How often is tried, and what then, is chosen on the page of the policies. */
const whatCountsSchema = exceptionPolicySchema.omit({ maxAttempts: true, autoReturn: true, autoReturnAttempts: true });

const NUMBERS = [
  "lateMinutes",
  "noStartMinutes",
  "linkNotOpenedMinutes",
  "staleGpsMinutes",
  "batteryPercent",
  "geocodeMeters",
] as const;
const SWITCHES = ["raiseRejected", "raiseFlagged"] as const;
type NumberField = (typeof NUMBERS)[number];
const COUNT = { unit: "", perUnit: 1 };

/** What counts as an exception in a project. */
export function ExceptionPolicySettings({ project }: { project: Project }) {
  const trpc = useTRPC();
  const policy = useQuery(trpc.exception.policy.queryOptions({ projectId: project.id }));
  if (policy.isPending) return <Skeleton className="h-80 w-full rounded-lg" />;
  return policy.data ? <PolicyForm projectId={project.id} policy={policy.data} /> : null;
}

function PolicyForm({ projectId, policy }: { projectId: string; policy: ExceptionPolicy }) {
  const t = useWords("settings");
  const mayEdit = useMay("settings.write");
  const [typed, setTyped] = useState<Partial<Record<NumberField, string>>>({});
  const [switched, setSwitched] = useState({
    raiseRejected: policy.raiseRejected,
    raiseFlagged: policy.raiseFlagged,
  });
  const { save, isPending } = useSavePolicy(() => setTyped({}));
  const { length } = t.format.units;
  const unitOf = (field: NumberField) => (field === "geocodeMeters" ? length : COUNT);
  const keptText = (field: NumberField) => amountText(policy[field], unitOf(field));
  const textOf = (field: NumberField) => typed[field] ?? keptText(field);
  const numbers = Object.fromEntries(NUMBERS.map((field) => [field, typedAmount(textOf(field), unitOf(field))]));
  const checked = whatCountsSchema.safeParse({ ...policy, ...numbers, ...switched });
  const wrong = new Set(checked.success ? [] : checked.error.issues.map(({ path }) => path[0]));
  const isDirty =
    SWITCHES.some((field) => switched[field] !== policy[field]) ||
    NUMBERS.some((field) => textOf(field) !== keptText(field));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.success) save({ projectId, policy: checked.data });
  };
  return (
    <form noValidate onSubmit={submit}>
      <SettingsSection
        title={t("exceptions.title")}
        description={t("exceptions.about")}
        footer={
          mayEdit ? (
            <Button type="submit" variant="primary" loading={isPending} disabled={!isDirty || !checked.success}>
              {t("exceptions.save")}
            </Button>
          ) : undefined
        }
      >
        <fieldset disabled={!mayEdit} className="grid gap-4 sm:grid-cols-2">
          {NUMBERS.map((field) => (
            <TextField
              key={field}
              label={
                field === "geocodeMeters" ? t(`exceptions.${field}`, { unit: length.unit }) : t(`exceptions.${field}`)
              }
              inputMode={field === "geocodeMeters" ? "decimal" : "numeric"}
              value={textOf(field)}
              onValueChange={(text) => setTyped((before) => ({ ...before, [field]: text }))}
              error={wrong.has(field) ? t("exceptions.wrong") : undefined}
            />
          ))}
        </fieldset>
        {SWITCHES.map((field) => (
          <Switch
            key={field}
            label={t(`exceptions.${field}`)}
            hint={t(`exceptions.${field}Hint`)}
            checked={switched[field]}
            onCheckedChange={(isOn) => setSwitched((before) => ({ ...before, [field]: isOn }))}
            disabled={!mayEdit}
          />
        ))}
      </SettingsSection>
    </form>
  );
}

function useSavePolicy(onSaved: () => void) {
  const t = useWords("settings");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const { mutate: save, isPending } = useMutation(
    trpc.exception.savePolicy.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.exception.policy.pathKey() });
        toast.show({ title: t("exceptions.saved"), tone: "ok" });
        onSaved();
      },
      onError: (error) => refuse(t("exceptions.notSaved"), error),
    }),
  );
  return { save, isPending };
}
