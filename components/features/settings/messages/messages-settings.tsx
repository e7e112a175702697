"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { MessagePolicySection } from "./message-policy-section";
import { OptOutSection } from "./opt-out-section";
import { TemplateSection } from "./template-section";

/** When customers are written, in which words, and who does not want it. */
export function MessagesSettings() {
  const t = useWords("settingsForm");
  const trpc = useTRPC();
  const mayEdit = useMay("settings.write");
  // What is being edited is not changed under the hand: saving says if somebody else was faster.
  const policy = useQuery({ ...trpc.notification.policy.queryOptions({}), refetchOnWindowFocus: false });
  const templates = useQuery({ ...trpc.notification.templates.queryOptions({}), refetchOnWindowFocus: false });
  const error = policy.error ?? templates.error;
  if (!policy.data || !templates.data) {
    if (!error) return <SettingsLoading />;
    const retry = () => void Promise.all([policy.refetch(), templates.refetch()]);
    return <SettingsUnreadable error={error} onRetry={retry} />;
  }
  return (
    <>
      {mayEdit ? null : <Banner>{t("readOnly")}</Banner>}
      <MessagePolicySection kept={policy.data} mayEdit={mayEdit} />
      <TemplateSection templates={templates.data} mayEdit={mayEdit} />
      <OptOutSection />
    </>
  );
}
