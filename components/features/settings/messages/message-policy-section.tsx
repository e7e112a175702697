"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { type NotificationPolicy, notificationPolicySchema } from "@/server/domain/notification/notification-policy";
import { LeaveGuard } from "../form/leave-guard";
import { NumberSetting } from "../form/number-setting";
import { SaveActions } from "../form/save-bar";
import { type KeptPolicy, usePolicyForm } from "../form/use-policy-form";
import { SettingsSection } from "../settings-section";
import { QuietHoursFields } from "./quiet-hours-fields";
import { TriggerRules } from "./trigger-rules";

/** When customers are written and by what. */
export function MessagePolicySection({ kept, mayEdit }: { kept: KeptPolicy<NotificationPolicy>; mayEdit: boolean }) {
  const t = useWords("settingsMessages");
  const form = useWords("settingsForm");
  const { draft, round, wrong, isDirty, isPending, refusal, change, submit, discard, reload } = useMessagePolicy(kept);
  const whole = (path: string, from: number, to: number) =>
    wrong.has(path) ? form("wholeNumber", { from, to }) : undefined;
  return (
    <form noValidate onSubmit={submit}>
      <SettingsSection
        title={t("policy.title")}
        description={t("policy.about")}
        footer={
          mayEdit ? (
            <SaveActions
              isDirty={isDirty}
              isPending={isPending}
              hasFaults={wrong.size > 0}
              refusal={refusal}
              onDiscard={discard}
              onReload={reload}
            />
          ) : undefined
        }
      >
        <fieldset disabled={!mayEdit} className="contents">
          <TriggerRules
            triggers={draft.triggers}
            mayEdit={mayEdit}
            onTriggersChange={(triggers) => change({ triggers })}
          />
          <div key={round} className="grid gap-4 border-line border-t pt-4 sm:grid-cols-2">
            <NumberSetting
              label={t("policy.recall")}
              hint={t("policy.recallHint")}
              unit={t("unit.seconds")}
              value={draft.recallSeconds}
              onValueChange={(recallSeconds) => change({ recallSeconds })}
              error={whole("recallSeconds", 10, 600)}
            />
            <NumberSetting
              label={t("policy.retell")}
              hint={t("policy.retellHint")}
              unit={t("unit.minutes")}
              value={draft.retellMinutes}
              onValueChange={(retellMinutes) => change({ retellMinutes })}
              error={whole("retellMinutes", 5, 240)}
            />
          </div>
          <QuietHoursFields
            quietHours={draft.quietHours}
            isWrong={wrong.has("quietHours")}
            onQuietHoursChange={(quietHours) => change({ quietHours })}
          />
        </fieldset>
      </SettingsSection>
      <LeaveGuard isDirty={mayEdit && isDirty} />
    </form>
  );
}

function useMessagePolicy(kept: KeptPolicy<NotificationPolicy>) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const remember = (next: KeptPolicy<NotificationPolicy>) => {
    queries.setQueryData(trpc.notification.policy.queryKey({}), next);
    return next;
  };
  return usePolicyForm(kept, notificationPolicySchema, {
    read: async () => remember(await client.notification.policy.query({})),
    save: async (input) => remember(await client.notification.savePolicy.mutate(input)),
  });
}
