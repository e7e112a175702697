"use client";
import { useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import { EditDialog } from "../form/edit-dialog";
import { expiryOf, today } from "./expiry-field";
import { limitOf, useKeyFaults } from "./key-faults";
import { KeyTerms, type TermsDraft } from "./key-terms";
import type { ApiKey } from "./key-words";

interface Draft extends TermsDraft {
  readonly name: string;
}

/** What a key is called, when it ends, how often it may ask; what it may do is settled when it is made. */
export function KeyEditor({ apiKey, onSaved, onClose }: { apiKey: ApiKey; onSaved: () => void; onClose: () => void }) {
  const t = useWords("settingsApiAccess");
  const client = useTRPCClient();
  const faults = useKeyFaults();
  const { attempt, isPending, refusal } = useAttempt();
  const initial: Draft = {
    name: apiKey.name,
    expiry: { span: "kept", date: today() },
    limit: apiKey.requestsPerMinute ? String(apiKey.requestsPerMinute) : "",
  };
  const { values, errors, form, set, complain } = useDraft(initial);
  const isDirty = JSON.stringify(values) !== JSON.stringify(initial);
  async function save() {
    const expiresAt = expiryOf(values.expiry, new Date());
    const wrong = faults(values, expiresAt);
    if (Object.values(wrong).some(Boolean)) return complain(wrong);
    const isSaved = await attempt(t("saved"), () =>
      client.apiAccess.change.mutate({
        id: apiKey.id,
        isSandbox: apiKey.kind === "sandbox",
        name: values.name,
        requestsPerMinute: limitOf(values.limit),
        ...(expiresAt !== undefined && { expiresAt }),
      }),
    );
    if (isSaved) onSaved();
  }
  return (
    <EditDialog
      title={t("changeTitle", { name: apiKey.name })}
      form={form}
      isDirty={isDirty}
      isPending={isPending}
      refusal={refusal}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={t("name")}
        required
        autoComplete="off"
        value={values.name}
        error={errors.name}
        onValueChange={(name) => set("name", name)}
      />
      <KeyTerms
        values={values}
        errors={errors}
        kept={apiKey.expiresAt}
        onExpiry={(expiry) => set("expiry", expiry)}
        onLimit={(limit) => set("limit", limit)}
      />
    </EditDialog>
  );
}
