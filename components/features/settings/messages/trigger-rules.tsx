"use client";
import Link from "next/link";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TRIGGERS,
  type NotificationPolicy,
} from "@/server/domain/notification/notification-policy";

type Triggers = NotificationPolicy["triggers"];
const IN_QUIET_HOURS = ["send", "wait", "drop"] as const;

export type TriggerRulesProps = {
  triggers: Triggers;
  mayEdit: boolean;
  onTriggersChange: (triggers: Triggers) => void;
};

/** Per occasion: by which channels, and what becomes of it at night. */
export function TriggerRules({ triggers, mayEdit, onTriggersChange }: TriggerRulesProps) {
  const t = useWords("settingsMessages");
  return (
    <ul aria-label={t("policy.occasions")} className="flex flex-col">
      {NOTIFICATION_TRIGGERS.map((trigger) => {
        const rule = triggers[trigger];
        const change = (part: Partial<typeof rule>) =>
          onTriggersChange({ ...triggers, [trigger]: { ...rule, ...part } });
        return (
          <li
            key={trigger}
            aria-label={t(`trigger.${trigger}`)}
            className="flex flex-wrap items-center gap-x-5 gap-y-2 border-line border-t py-2.5 first:border-t-0 first:pt-0 last:pb-0"
          >
            <div className="w-full min-w-0 sm:w-auto sm:flex-1">
              <p className="font-medium">{t(`trigger.${trigger}`)}</p>
              <p className="text-ink-muted text-sm">
                {trigger === "near"
                  ? t.rich("occasion.near", {
                      a: (words) => (
                        <Link href="/settings/tracking" className="underline underline-offset-2 hover:text-ink">
                          {words}
                        </Link>
                      ),
                    })
                  : t(`occasion.${trigger}`)}
              </p>
            </div>
            {NOTIFICATION_CHANNELS.map((channel) => (
              <Checkbox
                key={channel}
                label={t(`channel.${channel}`)}
                checked={rule[channel]}
                disabled={!mayEdit}
                onCheckedChange={(isOn) => change({ [channel]: isOn })}
              />
            ))}
            <Select
              label={t("policy.inQuietHours", { trigger: t(`trigger.${trigger}`) })}
              hideLabel
              size="sm"
              className="w-48"
              disabled={!mayEdit || (!rule.email && !rule.sms)}
              options={IN_QUIET_HOURS.map((value) => ({ value, label: t(`quiet.${value}`) }))}
              value={rule.inQuietHours}
              onValueChange={(inQuietHours) => change({ inQuietHours })}
            />
          </li>
        );
      })}
    </ul>
  );
}
