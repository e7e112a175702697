"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import {
  DEFAULT_RETENTION_POLICY,
  POSITION_DAYS,
  PROOF_DAYS,
  type RetentionPolicy,
  retentionPolicySchema,
} from "@/server/domain/policy/retention-policy";
import { NumberSetting } from "../form/number-setting";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { type KeptPolicy, usePolicyForm } from "../form/use-policy-form";
import { PolicySection } from "./policy-section";

/** How long what is about people is kept. */
export function RetentionSection() {
  const trpc = useTRPC();
  const kept = useQuery({ ...trpc.policy.retention.queryOptions({}), refetchOnWindowFocus: false });
  if (kept.data) return <RetentionForm kept={kept.data} />;
  if (kept.error) return <SettingsUnreadable error={kept.error} onRetry={() => void kept.refetch()} />;
  return <SettingsLoading />;
}

function RetentionForm({ kept }: { kept: KeptPolicy<RetentionPolicy> }) {
  const t = useWords("settingsPolicies");
  const words = useWords("settingsForm");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const refused = useRefusalToast();
  const [loss, setLoss] = useState<{ positions: number; pictures: number; files: number } | null>(null);
  const remember = (next: KeptPolicy<RetentionPolicy>) => {
    queries.setQueryData(trpc.policy.retention.queryKey({}), next);
    return next;
  };
  const form = usePolicyForm(kept, retentionPolicySchema, {
    read: async () => remember(await client.policy.retention.query({})),
    save: async (input) => remember(await client.policy.saveRetention.mutate(input)),
  });
  const { draft, stored, wrong, round, change } = form;
  const isShorter = draft.positionDays < stored.positionDays || draft.proofDays < stored.proofDays;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isShorter || wrong.size > 0) return form.save();
    try {
      setLoss(await client.policy.foreseeDeletion.query(draft));
    } catch (error) {
      refused(t("retention.notForeseen"), error);
    }
  }

  return (
    <>
      <PolicySection
        form={form}
        standard={DEFAULT_RETENTION_POLICY}
        title={t("retention.title")}
        about={t("retention.about")}
        onSubmit={(event) => void submit(event)}
      >
        <div key={round} className="grid gap-4 sm:grid-cols-2">
          <NumberSetting
            label={t("retention.positionDays")}
            hint={t("retention.positionDaysHint", { standard: DEFAULT_RETENTION_POLICY.positionDays })}
            unit={t("days")}
            value={draft.positionDays}
            onValueChange={(positionDays) => change({ positionDays })}
            error={
              wrong.has("positionDays")
                ? words("wholeNumber", { from: POSITION_DAYS.least, to: POSITION_DAYS.most })
                : undefined
            }
          />
          <NumberSetting
            label={t("retention.proofDays")}
            hint={t("retention.proofDaysHint", { standard: DEFAULT_RETENTION_POLICY.proofDays })}
            unit={t("days")}
            value={draft.proofDays}
            onValueChange={(proofDays) => change({ proofDays })}
            error={
              wrong.has("proofDays") ? words("wholeNumber", { from: PROOF_DAYS.least, to: PROOF_DAYS.most }) : undefined
            }
          />
        </div>
      </PolicySection>
      <AlertDialog
        open={loss !== null}
        onOpenChange={(open) => !open && setLoss(null)}
        title={t("retention.shorterTitle")}
        description={loss ? t("retention.shorterAbout", loss) : ""}
        confirmLabel={t("retention.shorterConfirm")}
        tone="danger"
        onConfirm={() => {
          setLoss(null);
          form.save();
        }}
      />
    </>
  );
}
