"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { SettingsSection } from "../settings-section";
import { SecretBanner } from "./secret-banner";
import { WebhookDrawer } from "./webhook-drawer";
import { WebhookForm } from "./webhook-form";
import { WebhookList } from "./webhook-list";
import { REFRESH_MS, type Webhook } from "./webhook-words";

/** Which form is open: a new one each time. */
interface Editing {
  /** As it was when the form was opened; null: one is added. */
  readonly webhook: Webhook | null;
  readonly opening: number;
  readonly isOpen: boolean;
}

/** Who hears what happens here: added, watched, tried, stopped. The address keeps whose log is open. */
export function WebhooksSettings() {
  const t = useWords("settingsWebhooks");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayChange = useMay("settings.write");
  const [shownId, setShownId] = useQueryState("webhook", parseAsString);
  const { data: webhooks, error } = useQuery(
    trpc.webhook.list.queryOptions({}, { refetchInterval: shownId ? REFRESH_MS : false }),
  );
  const formats = useQuery(trpc.webhook.formats.queryOptions({})).data ?? [];
  useLiveRefresh(/^webhook\./, [trpc.webhook.list.queryKey()]);
  const [editing, setEditing] = useState<Editing>({ webhook: null, opening: 0, isOpen: false });
  const [secret, setSecret] = useState<string | null>(null);
  const open = webhooks?.find(({ id }) => id === shownId);
  const [last, setLast] = useState<Webhook>();
  if (open && open !== last) setLast(open);
  const shown = open ?? last ?? null;
  const titleOf = (dialect: string) => formats.find((each) => each.dialect === dialect)?.title ?? dialect;
  const edit = (webhook: Webhook | null) =>
    setEditing(({ opening }) => ({ webhook, opening: opening + 1, isOpen: true }));
  const close = () => setEditing((current) => ({ ...current, isOpen: false }));
  const add = mayChange ? (
    <Button variant="primary" icon={<Plus />} disabled={formats.length === 0} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  ) : undefined;
  return (
    <SettingsSection title={t("title")} description={t("about")} actions={webhooks?.length ? add : undefined}>
      {secret ? <SecretBanner secret={secret} onDismiss={() => setSecret(null)} /> : null}
      {error ? (
        <Banner tone="error" title={t("unreadable")}>
          {refusalOf(error).message}
        </Banner>
      ) : null}
      {!webhooks && !error ? <Skeleton className="h-40 w-full" /> : null}
      {webhooks?.length === 0 ? (
        <EmptyState icon={<WebhookIcon />} title={t("none")} actions={add}>
          {t("noneAbout")}
        </EmptyState>
      ) : null}
      {webhooks && webhooks.length > 0 ? (
        <WebhookList webhooks={webhooks} titleOf={titleOf} onOpen={(id) => void setShownId(id)} />
      ) : null}
      <WebhookDrawer
        webhook={shown}
        title={shown ? titleOf(shown.dialect) : ""}
        open={open !== undefined && !editing.isOpen}
        mayChange={mayChange}
        onClose={() => void setShownId(null)}
        onEdit={() => shown && edit(shown)}
        onSecret={(made) => {
          setSecret(made);
          void setShownId(null);
        }}
      />
      {formats.length > 0 ? (
        <WebhookForm
          key={editing.opening}
          webhook={editing.webhook}
          formats={formats}
          open={editing.isOpen}
          onClose={close}
          onSaved={(_id, made) => {
            if (made) setSecret(made);
            close();
            void queries.invalidateQueries({ queryKey: trpc.webhook.pathKey() });
          }}
        />
      ) : null}
    </SettingsSection>
  );
}
