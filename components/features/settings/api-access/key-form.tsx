"use client";
import { useRef } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import { scopesOfPreset } from "@/server/domain/access/scope-presets";
import { FormDrawer } from "../form/form-drawer";
import { expiryOf, today } from "./expiry-field";
import { limitOf, useKeyFaults } from "./key-faults";
import { KeyTerms, type TermsDraft } from "./key-terms";
import type { Api, Partner, ShownKey } from "./key-words";
import { ScopeGrid } from "./scope-grid";

export type KeyFormProps = {
  apis: readonly Api[];
  partners: readonly Partner[];
  open: boolean;
  onClose: () => void;
  onMade: (made: ShownKey) => void;
};

interface Draft extends TermsDraft {
  readonly api: string;
  readonly kind: Api["kinds"][number];
  readonly name: string;
  readonly partnerId: string;
  readonly scopes: readonly ApiScope[];
}

/** Which API, how its program is let in, what for, until when and how often. */
export function KeyForm({ apis, partners, open, onClose, onMade }: KeyFormProps) {
  const t = useWords("settingsApiAccess");
  const client = useTRPCClient();
  const faults = useKeyFaults();
  const isSent = useRef(false);
  const { attempt, isPending, refusal } = useAttempt();
  const first = apis[0]!;
  const { values, errors, form, set, complain, reset } = useDraft<Draft>({
    api: first.name,
    kind: first.kinds[0] ?? "key",
    name: "",
    partnerId: "",
    scopes: scopesOfPreset("shop", first.scopes),
    expiry: { span: "365", date: today() },
    limit: "",
  });
  const api = apis.find(({ name }) => name === values.api) ?? first;
  const isPartner = values.kind === "partner";
  const choose = (name: string) => {
    const next = apis.find((each) => each.name === name) ?? first;
    const kind = next.kinds.includes(values.kind) ? values.kind : (next.kinds[0] ?? "key");
    reset({ ...values, api: name, kind, scopes: values.scopes.filter((scope) => next.scopes.includes(scope)) });
  };

  async function make() {
    // A second click comes before the button knows that the first is under way.
    if (isSent.current) return;
    const expiresAt = expiryOf(values.expiry, new Date()) ?? null;
    const wrong = {
      ...faults(values, expiresAt),
      scopes: isPartner || values.scopes.length > 0 ? undefined : t("wrong.scopes"),
      partnerId: !isPartner || values.partnerId ? undefined : t("wrong.partner"),
    };
    if (Object.values(wrong).some(Boolean)) return complain(wrong);
    isSent.current = true;
    await attempt(t("made"), async () => {
      const made = await client.apiAccess.create.mutate({
        api: api.name,
        kind: values.kind,
        name: values.name,
        scopes: [...values.scopes],
        partnerId: isPartner ? values.partnerId : null,
        requestsPerMinute: limitOf(values.limit),
        expiresAt,
      });
      onMade(made);
    });
    isSent.current = false;
  }

  return (
    <FormDrawer
      title={t("add")}
      form={form}
      submit={t("create")}
      isPending={isPending}
      refusal={refusal}
      refused={t("notMade")}
      open={open}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t("api")}
          options={apis.map(({ name, title }) => ({ value: name, label: title }))}
          value={values.api}
          onValueChange={choose}
        />
        <Select
          label={t("kindOfAccess")}
          options={api.kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={values.kind}
          hint={t(`kindAbout.${values.kind}`)}
          onValueChange={(kind) => set("kind", kind)}
        />
      </div>
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        required
        autoComplete="off"
        value={values.name}
        error={errors.name}
        onValueChange={(name) => set("name", name)}
      />
      {isPartner ? (
        <Select
          label={t("partner")}
          placeholder={t("choosePartner")}
          hint={partners.length === 0 ? t("noPartners") : undefined}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.partnerId || null}
          error={errors.partnerId}
          onValueChange={(partnerId) => set("partnerId", partnerId)}
        />
      ) : (
        <ScopeGrid
          offered={api.scopes}
          value={values.scopes}
          error={errors.scopes}
          onChange={(scopes) => set("scopes", scopes)}
        />
      )}
      <KeyTerms
        values={values}
        errors={errors}
        onExpiry={(expiry) => set("expiry", expiry)}
        onLimit={(limit) => set("limit", limit)}
      />
    </FormDrawer>
  );
}
