"use client";
import { useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import { FormDrawer } from "../form/form-drawer";
import { TopicPicker } from "./topic-picker";
import type { Webhook, WebhookFormat } from "./webhook-words";

export type WebhookFormProps = {
  /** Changed; null: one is added. */
  webhook: Webhook | null;
  formats: readonly WebhookFormat[];
  open: boolean;
  onClose: () => void;
  /** With the secret its messages are signed by, where one was made. */
  onSaved: (id: string, secret: string | null) => void;
};

interface Draft {
  readonly dialect: string;
  readonly url: string;
  readonly topics: readonly WebhookTopic[];
  readonly isSigned: boolean;
}

/** Where somebody wants to hear of what, and in whose words. */
export function WebhookForm({ webhook, formats, open, onClose, onSaved }: WebhookFormProps) {
  const t = useWords("settingsWebhooks");
  const client = useTRPCClient();
  const { attempt, isPending, refusal } = useAttempt();
  const first = formats[0]!;
  const { values, errors, form, set, complain } = useDraft<Draft>(
    webhook
      ? { ...webhook, isSigned: webhook.hasSecret }
      : { dialect: first.dialect, url: "", topics: [], isSigned: true },
  );
  const format = formats.find(({ dialect }) => dialect === values.dialect) ?? first;
  const topics = values.topics.filter((topic) => format.topics.includes(topic));

  async function save() {
    const wrong = {
      url: /^https?:\/\/\S+$/.test(values.url.trim()) ? undefined : t("wrong.url"),
      topics: topics.length > 0 ? undefined : t("wrong.topics"),
    };
    if (wrong.url || wrong.topics) return complain(wrong);
    const { dialect, url, isSigned } = values;
    await attempt(t(webhook ? "saved" : "added"), async () => {
      const { id, secret } = webhook
        ? await client.webhook.change.mutate({ id: webhook.id, url, topics })
        : await client.webhook.create.mutate({ dialect, url, topics, secret: isSigned ? "made" : null });
      onSaved(id, secret);
    });
  }

  return (
    <FormDrawer
      title={t(webhook ? "change" : "add")}
      form={form}
      submit={t(webhook ? "save" : "add")}
      isPending={isPending}
      refusal={refusal}
      refused={t("notSaved")}
      open={open}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Select
        label={t("dialect")}
        hint={t("dialectHint")}
        disabled={webhook !== null}
        options={formats.map(({ dialect, title }) => ({ value: dialect, label: title }))}
        value={values.dialect}
        onValueChange={(dialect) => set("dialect", dialect)}
      />
      <TextField
        label={t("url")}
        hint={t("urlHint")}
        type="url"
        inputMode="url"
        autoComplete="off"
        error={errors.url}
        value={values.url}
        onValueChange={(url) => set("url", url)}
      />
      <TopicPicker
        offered={format.topics}
        value={topics}
        error={errors.topics}
        onChange={(next) => set("topics", next)}
      />
      {webhook ? null : (
        <Checkbox
          label={t("sign")}
          hint={t("signHint")}
          checked={values.isSigned}
          onCheckedChange={(isSigned) => set("isSigned", isSigned)}
        />
      )}
    </FormDrawer>
  );
}
