"use client";
import type { RouterOutput } from "@/components/lib/router-types";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ExportFaults } from "./export-faults";
import { ExportMapping } from "./export-mapping";
import { ExportRows } from "./export-rows";
import type { Vendor } from "./moving-settings";
import { useExportImport } from "./use-export-import";

export type Reading = RouterOutput["migration"]["readExport"];
export type ExportReadingProps = { reading: Reading; project: Project; vendor: Vendor; onAgain: () => void };

/** Whoever asked goes on from the answer: the button he pressed is gone. */
function focusFirst(answer: HTMLElement | null) {
  answer?.focus();
}

/** What an export was understood as, line by line, and the way in. */
export function ExportReading({ reading, project, vendor, onAgain }: ExportReadingProps) {
  const t = useWords("settingsMoving");
  const { kind, total, faultCount } = reading;
  const { bringIn, isSending, refusal, fleet } = useExportImport(reading, project.id, vendor.name);
  if (fleet) {
    return (
      <>
        <Banner tone={fleet.faultCount > 0 ? "warn" : "ok"} title={t("driversIn", { count: fleet.drivers.created })}>
          {t("driversInAbout", { changed: fleet.drivers.updated, faults: fleet.faultCount })}
        </Banner>
        <Button className="self-start" onClick={onAgain}>
          {t("another")}
        </Button>
      </>
    );
  }
  return (
    <>
      <span ref={focusFirst} tabIndex={-1} className="sr-only">
        {t(`understood.${kind}`, { count: total })}
      </span>
      <Banner tone={faultCount > 0 ? "warn" : "ok"} title={t(`understood.${kind}`, { count: total })}>
        {faultCount > 0 ? t("someFaults", { count: faultCount }) : t("noFaults")}
      </Banner>
      <ExportMapping reading={reading} />
      <ExportRows reading={reading} />
      <ExportFaults reading={reading} />
      {refusal ? (
        <Banner tone="error" title={t("notIn")}>
          {refusal}
        </Banner>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" loading={isSending} onClick={() => void bringIn()}>
          {t(`bringIn.${kind}`, { count: total })}
        </Button>
        <Button onClick={onAgain}>{t("another")}</Button>
      </div>
      <p className="text-ink-muted text-sm">{t(`then.${kind}`)}</p>
    </>
  );
}
