"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { LeaveGuard } from "../form/leave-guard";
import { SaveBar } from "../form/save-bar";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import type { KeptPolicy } from "../form/use-policy-form";
import { ActsSection } from "./acts-section";
import { LinkSection } from "./link-section";
import { NearSection } from "./near-section";
import { PagePreview } from "./page-preview";
import { useTrackingForm } from "./use-tracking-form";
import { VisibleSection } from "./visible-section";

/** What customers see and may do, with their page beside it as it would be. */
export function TrackingSettings() {
  const trpc = useTRPC();
  // What is being edited is not changed under the hand: saving says if somebody else was faster.
  const kept = useQuery({ ...trpc.tracking.policy.queryOptions({}), refetchOnWindowFocus: false });
  if (kept.data) return <TrackingPolicyForm kept={kept.data} />;
  if (kept.error) return <SettingsUnreadable error={kept.error} onRetry={() => void kept.refetch()} />;
  return <SettingsLoading />;
}

function TrackingPolicyForm({ kept }: { kept: KeptPolicy<TrackingPolicy> }) {
  const t = useWords("settingsForm");
  const mayEdit = useMay("settings.write");
  const form = useTrackingForm(kept);
  const { draft, isDirty, isPending, wrong, refusal, submit, discard, reload } = form;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {mayEdit ? null : <Banner>{t("readOnly")}</Banner>}
      <div className="flex flex-col gap-5 lg:flex-row lg:items-start">
        <fieldset disabled={!mayEdit} className="flex min-w-0 flex-1 flex-col gap-5">
          <VisibleSection form={form} />
          <NearSection form={form} />
          <ActsSection form={form} />
          <LinkSection form={form} />
        </fieldset>
        <PagePreview policy={wrong.size === 0 ? draft : null} />
      </div>
      {mayEdit ? (
        <SaveBar
          isDirty={isDirty}
          isPending={isPending}
          hasFaults={wrong.size > 0}
          refusal={refusal}
          onDiscard={discard}
          onReload={reload}
        />
      ) : null}
      <LeaveGuard isDirty={mayEdit && isDirty} />
    </form>
  );
}
