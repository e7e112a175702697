"use client";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { type Condition, conditionOf, type Webhook } from "./webhook-words";

const BANNER_TONES: Readonly<Partial<Record<Condition, "warn" | "error" | "info">>> = {
  failing: "warn",
  paused: "error",
  gone: "error",
  off: "info",
};

/** What became of the last messages, and why nothing is sent where nothing is. */
export function WebhookHealth({ webhook }: { webhook: Webhook }) {
  const t = useWords("settingsWebhooks");
  const condition = conditionOf(webhook);
  const tone = BANNER_TONES[condition];
  const when = (instant: Date | null) => (instant ? t.format.instant(instant, browserTimeZone()) : t("never"));
  return (
    <>
      {tone ? (
        <Banner tone={tone} title={t(`condition.${condition}`)}>
          {t(`explain.${condition as "failing" | "paused" | "gone" | "off"}`, { count: webhook.consecutiveFailures })}
        </Banner>
      ) : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr_auto_1fr] [&>dt]:text-ink-muted">
        <dt>{t("lastSuccess")}</dt>
        <dd>{when(webhook.lastSuccessAt)}</dd>
        <dt>{t("lastFailure")}</dt>
        <dd>{when(webhook.lastFailureAt)}</dd>
        <dt>{t("failuresInARow")}</dt>
        <dd className="tabular-nums">{t.format.number(webhook.consecutiveFailures)}</dd>
        <dt>{t("signed")}</dt>
        <dd>{t(webhook.hasSecret ? "yes" : "no")}</dd>
        <dt>{t("madeBy")}</dt>
        <dd>{t("byAt", { name: webhook.createdBy, time: when(webhook.createdAt) })}</dd>
        <dt>{t("hears")}</dt>
        <dd>{t("topicsChosen", { count: webhook.topics.length })}</dd>
      </dl>
    </>
  );
}
