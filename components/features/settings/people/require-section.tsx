"use client";
import { useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import { SettingsSection } from "../settings-section";

export type RequireSectionProps = {
  isRequired: boolean;
  /** Members without a second factor. */
  lacking: number;
  isOwner: boolean;
  onChanged: () => Promise<void>;
};

/** Whether everybody is asked for a second factor: an owner's choice. */
export function RequireSection({ isRequired, lacking, isOwner, onChanged }: RequireSectionProps) {
  const t = useWords("settingsPeople");
  const client = useTRPCClient();
  const toast = useToast();
  const refusalToast = useRefusalToast();
  const [isPending, setPending] = useState(false);

  async function change(next: boolean) {
    setPending(true);
    try {
      await client.member.requireSecondFactor.mutate({ isRequired: next });
      toast.show({ title: t(next ? "required" : "notRequired"), tone: "ok" });
    } catch (error) {
      refusalToast(t("notDone"), error);
    }
    await onChanged();
    setPending(false);
  }

  return (
    <SettingsSection title={t("requireTitle")} description={t("requireAbout", { count: lacking })}>
      <Switch
        label={t("require")}
        hint={isOwner ? undefined : t("requireOwners")}
        checked={isRequired}
        disabled={!isOwner || isPending}
        onCheckedChange={(next) => void change(next)}
      />
    </SettingsSection>
  );
}
