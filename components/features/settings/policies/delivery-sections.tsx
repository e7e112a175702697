"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { CONTACT_CHANNELS } from "@/server/domain/policy/contact-channel";
import {
  DEFAULT_DELIVERY_POLICY,
  type DeliveryPolicy,
  deliveryPolicySchema,
  ROUTING_CRITERIA,
} from "@/server/domain/policy/delivery-policy";
import { NumberSetting } from "../form/number-setting";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { type KeptPolicy, usePolicyForm } from "../form/use-policy-form";
import { PolicySection } from "./policy-section";

/** What drivers must try before they give up, and which partner is asked. */
export function DeliverySections() {
  const trpc = useTRPC();
  const kept = useQuery({ ...trpc.policy.delivery.queryOptions({}), refetchOnWindowFocus: false });
  if (kept.data) return <DeliveryForm kept={kept.data} />;
  if (kept.error) return <SettingsUnreadable error={kept.error} onRetry={() => void kept.refetch()} />;
  return <SettingsLoading />;
}

function DeliveryForm({ kept }: { kept: KeptPolicy<DeliveryPolicy> }) {
  const t = useWords("settingsPolicies");
  const words = useWords("settingsForm");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const remember = (next: KeptPolicy<DeliveryPolicy>) => {
    queries.setQueryData(trpc.policy.delivery.queryKey({}), next);
    return next;
  };
  const form = usePolicyForm<DeliveryPolicy>(kept, deliveryPolicySchema, {
    read: async () => remember(await client.policy.delivery.query({})),
    save: async (input) => remember(await client.policy.saveDelivery.mutate(input)),
  });
  const { draft, wrong, round, change } = form;
  const { contact, partnerRouting } = draft;
  const setContact = (part: Partial<DeliveryPolicy["contact"]>) => change({ contact: { ...contact, ...part } });
  const setRouting = (part: Partial<DeliveryPolicy["partnerRouting"]>) =>
    change({ partnerRouting: { ...partnerRouting, ...part } });
  // What a program keeps beside the rules is no rule of ours.
  const standard = {
    ...DEFAULT_DELIVERY_POLICY,
    contact: { ...DEFAULT_DELIVERY_POLICY.contact, notes: contact.notes },
  };
  const whole = (path: string, from: number, to: number) =>
    wrong.has(path) ? words("wholeNumber", { from, to }) : undefined;
  return (
    <PolicySection form={form} standard={standard} title={t("delivery.title")} about={t("delivery.about")}>
      <h3 className="font-medium">{t("contact.title")}</h3>
      <div key={`contact-${round}`} className="grid gap-4 sm:grid-cols-2">
        <NumberSetting
          label={t("contact.minAttempts")}
          hint={t("contact.minAttemptsHint", { standard: standard.contact.minAttempts })}
          value={contact.minAttempts}
          onValueChange={(minAttempts) => setContact({ minAttempts })}
          error={whole("contact.minAttempts", 0, 10)}
        />
        <NumberSetting
          label={t("contact.waitMinutes")}
          hint={t("contact.waitMinutesHint", { standard: standard.contact.waitMinutes })}
          unit={t("minutes")}
          value={contact.waitMinutes}
          onValueChange={(waitMinutes) => setContact({ waitMinutes })}
          error={whole("contact.waitMinutes", 0, 120)}
        />
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t("contact.channels")}</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {CONTACT_CHANNELS.map((channel) => (
            <Checkbox
              key={channel}
              label={t(`channel.${channel}`)}
              checked={contact.channels.includes(channel)}
              onCheckedChange={(isChosen) =>
                setContact({
                  channels: CONTACT_CHANNELS.filter((each) =>
                    each === channel ? isChosen : contact.channels.includes(each),
                  ),
                })
              }
            />
          ))}
        </div>
        <p className="text-ink-muted text-sm">{t("contact.channelsHint")}</p>
      </fieldset>
      <h3 className="border-line border-t pt-4 font-medium">{t("partners.title")}</h3>
      <div key={`partners-${round}`} className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t("partners.by")}
          hint={t("partners.byHint")}
          options={ROUTING_CRITERIA.map((value) => ({ value, label: t(`by.${value}`) }))}
          value={partnerRouting.by}
          onValueChange={(by) => setRouting({ by })}
        />
        <NumberSetting
          label={t("partners.answerMinutes")}
          hint={t("partners.answerMinutesHint", { standard: standard.partnerRouting.answerMinutes })}
          unit={t("minutes")}
          value={partnerRouting.answerMinutes}
          onValueChange={(answerMinutes) => setRouting({ answerMinutes })}
          error={whole("partnerRouting.answerMinutes", 1, 1440)}
        />
      </div>
      {(["isFallback", "isOverflow"] as const).map((field) => (
        <Switch
          key={field}
          label={t(`partners.${field}`)}
          hint={t(`partners.${field}Hint`)}
          checked={partnerRouting[field]}
          onCheckedChange={(isOn) => setRouting({ [field]: isOn })}
        />
      ))}
    </PolicySection>
  );
}
