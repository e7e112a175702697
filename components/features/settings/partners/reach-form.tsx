"use client";
import { useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { CONNECTORS, type ConnectionTest } from "@/server/domain/partner/connection";
import type { WholePartner } from "./partner-words";
import { type ReachDraft, reachDraftOf, readReach } from "./reach-draft";
import { StepFrame, type StepProps } from "./step-frame";
import { TestResult } from "./test-result";

export type ReachFormProps = Omit<StepProps<WholePartner>, "onSaved"> & {
  /** Resolves once the partner is read anew, so that what comes next does not show the trial before. */
  onSaved: (id: string) => Promise<void>;
  /** In the wizard, what was saved and answers leads on; what does not answer stays to be looked at. */
  onAnswered?: () => void;
};

/** How a partner is reached: saved and tried at once. What is secret goes one way. */
export function ReachForm({ partner, onSaved, isStep = false, onAnswered, ...frame }: ReachFormProps) {
  const t = useWords("settingsPartners");
  const client = useTRPCClient();
  const { attempt, isPending, refusal } = useAttempt();
  const { connection } = partner;
  // What is typed is read in the units it was begun in.
  const [units] = useState(t.format.units);
  const { values, errors, form, set, complain } = useDraft<ReachDraft>(reachDraftOf(connection, units));
  const [tested, setTested] = useState<ConnectionTest | null>(null);

  async function save() {
    const read = readReach(values, units);
    if (!read.ok) {
      const said = Object.entries(read.wrong).map(([field, fault]) => [field, t(`wrong.${fault}`)]);
      return complain(Object.fromEntries(said));
    }
    const { settings, secrets } = read;
    setTested(null);
    await attempt(isStep ? null : t("saved"), async () => {
      const made = await client.partner.connect.mutate({
        partnerId: partner.id,
        connector: values.connector,
        settings,
        secrets,
        isKeeping: true,
        replaces: connection?.id ?? null,
      });
      set("apiKey", "");
      set("signingSecret", "");
      setTested(made.test);
      await onSaved(partner.id);
      if (made.test.outcome !== "failed") onAnswered?.();
    });
  }

  const text = (key: Exclude<keyof ReachDraft, "connector" | "hasTariff">) => ({
    error: errors[key],
    value: values[key],
    onValueChange: (value: string) => set(key, value),
  });
  const kept = (isThere: boolean | undefined, hint: string) => (isThere ? t("secretKept") : hint);
  const secretField = { type: "password", autoComplete: "off", "data-1p-ignore": true } as const;
  return (
    <StepFrame {...frame} form={form} refusal={refusal} isPending={isPending} onSubmit={() => void save()}>
      <Select
        label={t("connector")}
        hint={t(`connectorHint.${values.connector}`)}
        options={CONNECTORS.map((connector) => ({ value: connector, label: t(`connector.${connector}`) }))}
        value={values.connector}
        onValueChange={(connector) => set("connector", connector)}
      />
      {values.connector === "http" ? (
        <>
          <TextField
            label={t("baseUrl")}
            hint={t("baseUrlHint")}
            inputMode="url"
            maxLength={500}
            {...text("baseUrl")}
          />
          <TextField
            label={t("apiKey")}
            hint={kept(connection?.hasApiKey, t("apiKeyHint"))}
            {...secretField}
            {...text("apiKey")}
          />
          <TextField
            label={t("signingSecret")}
            hint={kept(connection?.hasSigningSecret, t("signingSecretHint"))}
            {...secretField}
            {...text("signingSecret")}
          />
        </>
      ) : null}
      {values.connector === "manifest" ? (
        <>
          <TextField label={t("manifestEmails")} hint={t("manifestEmailsHint")} {...text("emails")} />
          <TextField label={t("manifestTimes")} hint={t("manifestTimesHint")} {...text("times")} />
        </>
      ) : null}
      {values.connector === "http" ? null : (
        <>
          <Checkbox
            label={t("tariffOwn")}
            hint={t("tariffAssumed")}
            checked={values.hasTariff}
            onCheckedChange={(hasTariff) => set("hasTariff", hasTariff)}
          />
          {values.hasTariff ? (
            <div className="grid gap-5 sm:grid-cols-5">
              <TextField label={t("currency")} maxLength={3} {...text("currency")} />
              <TextField label={t("basePrice")} inputMode="decimal" {...text("base")} />
              <TextField
                label={t("perDistance", { unit: units.distance.unit })}
                inputMode="decimal"
                {...text("perDistance")}
              />
              <TextField
                label={t("perWeight", { unit: units.weight.unit })}
                inputMode="decimal"
                {...text("perWeight")}
              />
              <TextField
                label={t("gramsPerDistance", { unit: units.distance.unit })}
                inputMode="decimal"
                {...text("grams")}
              />
            </div>
          ) : null}
        </>
      )}
      {tested ? <TestResult test={tested} /> : null}
    </StepFrame>
  );
}
