"use client";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { clockText } from "./ability-draft";
import type { PartnerText, WholePartner } from "./partner-words";

type Part = "who" | "ability" | "reach";

export type PartnerFactsProps = {
  partner: WholePartner;
  /** Beside each part's heading. */
  actionOf?: (part: Part) => ReactNode;
};

/** What is known of a partner, part by part. */
export function PartnerFacts({ partner, actionOf }: PartnerFactsProps) {
  const t = useWords("settingsPartners");
  const parts: Readonly<Record<Part, readonly (readonly [string, string])[]>> = {
    who: whoFacts(t, partner),
    ability: abilityFacts(t, partner),
    reach: reachFacts(t, partner),
  };
  return (
    <>
      {(["who", "ability", "reach"] as const).map((part) => (
        <section key={part} aria-label={t(`step.${part}`)}>
          <div className="flex items-center gap-1">
            <h3 className="font-semibold">{t(`step.${part}`)}</h3>
            {actionOf?.(part)}
          </div>
          <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[10rem_1fr]">
            {parts[part].map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-ink-muted">{label}</dt>
                <dd className="min-w-0 break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function whoFacts(t: PartnerText, { name, type, contact }: WholePartner): (readonly [string, string])[] {
  const reached = ["name", "email", "phone"].flatMap((key) => {
    const value = contact[key];
    return typeof value === "string" && value !== "" ? [value] : [];
  });
  return [
    [t("name"), name],
    [t("type"), t(`type.${type}`)],
    [t("contactName"), reached.join(" · ") || "–"],
  ];
}

function abilityFacts(t: PartnerText, partner: WholePartner): (readonly [string, string])[] {
  const { capabilities, vehicleProfiles, areas, sla } = partner;
  const promises = [
    sla.onTimePercent === undefined ? null : `${t("slaPercent")} ${t.format.share(sla.onTimePercent / 100)}`,
    sla.deliveryMinutes === undefined ? null : `${t("slaMinutes")} ${sla.deliveryMinutes} ${t("minutes")}`,
    sla.cutoffSeconds === undefined ? null : `${t("slaCutoff")} ${clockText(sla.cutoffSeconds)}`,
  ].filter((promise) => promise !== null);
  return [
    [t("capabilities"), capabilities.map((each) => t(`capability.${each}`)).join(", ") || t("ordinary")],
    [t("vehicles"), vehicleProfiles.map((each) => t(`vehicle.${each}`)).join(", ") || t("anything")],
    [t("areas"), areas.join(", ") || t("anywhere")],
    [t("sla"), promises.join(" · ") || t("nothingPromised")],
  ];
}

function reachFacts(t: PartnerText, { connection }: WholePartner): (readonly [string, string])[] {
  const { connector = "tariff", settings = {} } = connection ?? {};
  const { baseUrl, manifest, tariff } = settings;
  const { moneyPerDistance, moneyPerWeight } = t.format.units;
  const prices = tariff
    ? [
        t.format.money(tariff.baseCents, tariff.currency),
        `${t.format.rate(tariff.perKmCents, moneyPerDistance, tariff.currency)} / ${moneyPerDistance.unit}`,
        `${t.format.rate(tariff.perKgCents, moneyPerWeight, tariff.currency)} / ${moneyPerWeight.unit}`,
      ].join(" + ")
    : t("tariffAssumed");
  return [
    [t("connector"), t(`connector.${connector}`)],
    ...(baseUrl ? [[t("baseUrl"), baseUrl] as const] : []),
    ...(manifest ? [[t("manifestEmails"), manifest.emails.join(", ")] as const] : []),
    ...(connector === "http" ? [] : [[t("tariff"), prices] as const]),
  ];
}
