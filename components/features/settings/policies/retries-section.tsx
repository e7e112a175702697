"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Switch } from "@/components/ui/switch";
import {
  DEFAULT_EXCEPTION_POLICY,
  type RetryPolicy,
  retryPolicyOf,
  retryPolicySchema,
} from "@/server/domain/exception/exception-policy";
import { NumberSetting } from "../form/number-setting";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { type KeptPolicy, usePolicyForm } from "../form/use-policy-form";
import { PolicySection } from "./policy-section";

const STANDARD = retryPolicyOf(DEFAULT_EXCEPTION_POLICY);

/** How often a project's deliveries are tried, and what then. */
export function RetriesSection({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const kept = useQuery({ ...trpc.policy.retries.queryOptions({ projectId }), refetchOnWindowFocus: false });
  if (kept.data) return <RetriesForm projectId={projectId} kept={kept.data} />;
  if (kept.error) return <SettingsUnreadable error={kept.error} onRetry={() => void kept.refetch()} />;
  return <SettingsLoading />;
}

function RetriesForm({ projectId, kept }: { projectId: string; kept: KeptPolicy<RetryPolicy> }) {
  const t = useWords("settingsPolicies");
  const words = useWords("settingsForm");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const remember = (next: KeptPolicy<RetryPolicy>) => {
    queries.setQueryData(trpc.policy.retries.queryKey({ projectId }), next);
    return next;
  };
  const form = usePolicyForm(kept, retryPolicySchema, {
    read: async () => remember(await client.policy.retries.query({ projectId })),
    save: async (input) => remember(await client.policy.saveRetries.mutate({ projectId, ...input })),
  });
  const { draft, wrong, round, change } = form;
  return (
    <PolicySection form={form} standard={STANDARD} title={t("retries.title")} about={t("retries.about")}>
      <div key={round} className="grid gap-4 sm:grid-cols-2">
        <NumberSetting
          label={t("retries.maxAttempts")}
          hint={t("retries.maxAttemptsHint", { standard: STANDARD.maxAttempts })}
          value={draft.maxAttempts}
          onValueChange={(maxAttempts) => change({ maxAttempts })}
          error={wrong.has("maxAttempts") ? words("wholeNumber", { from: 1, to: 20 }) : undefined}
        />
        {draft.autoReturn ? (
          <NumberSetting
            label={t("retries.returnAttempts")}
            hint={t("retries.returnAttemptsHint")}
            value={draft.autoReturnAttempts}
            onValueChange={(autoReturnAttempts) => change({ autoReturnAttempts })}
            onClear={() => change({ autoReturnAttempts: null })}
            error={wrong.has("autoReturnAttempts") ? t("retries.wrongReturn") : undefined}
          />
        ) : null}
      </div>
      <Switch
        label={t("retries.autoReturn")}
        hint={t("retries.autoReturnHint")}
        checked={draft.autoReturn}
        onCheckedChange={(autoReturn) => change({ autoReturn, ...(!autoReturn && { autoReturnAttempts: null }) })}
      />
    </PolicySection>
  );
}
