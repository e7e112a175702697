"use client";
import { Check, MapPin, Minus, Phone } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";
import { CUSTOMER_ACTS } from "@/server/domain/tracking/customer-act";
import type { TrackingPage } from "@/server/domain/tracking/tracking-page";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import { nearnessAt, PAGE_MOMENTS, type PageMoment, pageAt } from "./page-moments";

/** Tongues are named in themselves, for whoever reads them. */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", es: "es-ES" };

/** A sample customer's page at a moment one chooses, under what is being edited; null: something in it cannot be used. */
export function PagePreview({ policy }: { policy: TrackingPolicy | null }) {
  const t = useWords("settingsTracking");
  const id = useId();
  const { reader } = t.format;
  const [moment, setMoment] = useState<PageMoment>("near");
  const [language, setLanguage] = useState<Language>(reader.language);
  const { stopsBefore, minutesBefore, metersBefore } = nearnessAt(moment);
  const page = policy && pageAt(moment, policy, { language, locale: LOCALES[language] });
  return (
    <aside
      aria-labelledby={id}
      className="w-full shrink-0 rounded-lg border border-line bg-surface lg:sticky lg:top-0 lg:w-84"
    >
      <header className="flex flex-col gap-3 p-4">
        <h2 id={id} className="font-semibold text-md">
          {t("preview.title")}
        </h2>
        <div className="flex items-end gap-2">
          <Select
            label={t("preview.moment")}
            className="min-w-0 flex-1"
            options={PAGE_MOMENTS.map((each) => ({ value: each, label: t(`moment.${each}`) }))}
            value={moment}
            onValueChange={setMoment}
          />
          <SegmentedControl
            label={t("preview.language")}
            options={LANGUAGES.map((each) => ({ value: each, label: t(`language.${each}`) }))}
            value={language}
            onValueChange={setLanguage}
          />
        </div>
        {stopsBefore === null ? null : (
          <p className="text-ink-muted text-sm">
            {t("preview.away", {
              stops: stopsBefore,
              minutes: minutesBefore ?? 0,
              distance: t.format.distance(metersBefore),
            })}
          </p>
        )}
      </header>
      {page && policy ? (
        <CustomerPage
          page={page}
          language={language}
          roundMeters={moment === "next" ? policy.position.nextRoundMeters : policy.position.roundMeters}
        />
      ) : (
        <p className="border-line border-t p-4 text-ink-muted">{t("preview.none")}</p>
      )}
    </aside>
  );
}

type CustomerPageProps = { page: TrackingPage; language: Language; roundMeters: number };

function CustomerPage({ page, language, roundMeters }: CustomerPageProps) {
  const t = useWords("settingsTracking");
  const words = trackingWords(language);
  const { lines, stopsBefore, driver, vehicle, address, callCentrePhone, map, acts } = page;
  return (
    <div data-testid="page-preview" aria-live="polite" className="border-line border-t">
      <div lang={language} className="flex flex-col gap-1 bg-canvas p-4">
        {lines.lateness ? (
          <p className="mb-1 rounded-md bg-warn-soft px-2.5 py-1.5 text-warn">{lines.lateness}</p>
        ) : null}
        <p className="font-semibold text-xl">{lines.state}</p>
        {lines.window ? <p className="text-lg tabular-nums">{lines.window}</p> : null}
        {lines.day ? <p className="text-ink-muted">{lines.day}</p> : null}
        {stopsBefore === null ? null : <p>{words.stopsBefore(stopsBefore)}</p>}
        {driver ? <p>{words.driver(driver)}</p> : null}
        {vehicle ? <p className="text-ink-muted">{vehicle}</p> : null}
        {address ? (
          <p className="flex items-center gap-1.5 text-ink-muted">
            <MapPin aria-hidden="true" className="size-3.5" />
            {address}
          </p>
        ) : null}
        {callCentrePhone ? (
          <p className="flex items-center gap-1.5">
            <Phone aria-hidden="true" className="size-3.5" />
            {words.questions} {callCentrePhone}
          </p>
        ) : null}
      </div>
      <ul className="flex flex-col gap-1 border-line border-t p-4 text-sm">
        <Shown isShown={map !== null}>
          {map ? t("preview.van", { distance: t.format.distance(roundMeters) }) : t("preview.noVan")}
        </Shown>
        {CUSTOMER_ACTS.map((act) => {
          const refusal = acts[act];
          return (
            <Shown key={act} isShown={refusal === null}>
              {t(`act.${act}`)}
              {refusal ? <span className="text-ink-muted"> · {t(`refusal.${refusal}`)}</span> : null}
            </Shown>
          );
        })}
      </ul>
    </div>
  );
}

function Shown({ isShown, children }: { isShown: boolean; children: React.ReactNode }) {
  const t = useWords("settingsTracking");
  const Icon = isShown ? Check : Minus;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className={isShown ? "mt-px size-3.5 text-ok" : "mt-px size-3.5 text-ink-muted"} />
      <span className="sr-only">{t(isShown ? "preview.yes" : "preview.no")}</span>
      <span className={isShown ? "min-w-0" : "min-w-0 text-ink-muted"}>{children}</span>
    </li>
  );
}
