"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { PolicyForm } from "../form/policy-form";
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
  const mayEdit = useMay("settings.write");
  const form = useTrackingForm(kept);
  const { draft, wrong } = form;
  return (
    <PolicyForm form={form} mayEdit={mayEdit}>
      <div className="flex flex-col gap-5 lg:flex-row lg:items-start">
        <fieldset disabled={!mayEdit} className="flex min-w-0 flex-1 flex-col gap-5">
          <VisibleSection form={form} />
          <NearSection form={form} />
          <ActsSection form={form} />
          <LinkSection form={form} />
        </fieldset>
        <PagePreview policy={wrong.size === 0 ? draft : null} />
      </div>
    </PolicyForm>
  );
}
