"use client";
import { sayFault } from "@/components/lib/say-fault";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import type { RowIssue } from "@/server/domain/intake/intake-issue";

export type FleetRowFault = {
  rowNumber: number;
  errors: readonly RowIssue[];
};

type Counts = { created: number; updated: number; unchanged: number };

/** What the server made of the file. */
export type FleetResult = {
  depots: number;
  depotsChanged: number;
  vehicles: Counts;
  drivers: Counts;
  faultCount: number;
  faults: readonly FleetRowFault[];
};

function countsText(t: Words<"fleet">, { created, updated, unchanged }: Counts): string {
  const parts = [
    created > 0 && t("countNew", { count: created }),
    updated > 0 && t("countChanged", { count: updated }),
    unchanged > 0 && t("countSame", { count: unchanged }),
  ];
  return parts.filter(Boolean).join(", ") || t("countNone");
}

export function FleetImportResult({ fileName, result }: { fileName: string; result: FleetResult }) {
  const t = useWords("fleet");
  const { drivers, vehicles, depots, depotsChanged, faultCount, faults } = result;
  return (
    <>
      <Banner
        tone={faultCount > 0 ? "warn" : "ok"}
        title={faultCount > 0 ? t("importedExcept", { count: faultCount }) : t("importedAll")}
      >
        {fileName}
      </Banner>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 [&>dt]:text-ink-muted">
        <dt>{t("drivers")}</dt>
        <dd>{countsText(t, drivers)}</dd>
        <dt>{t("vehicles")}</dt>
        <dd>{countsText(t, vehicles)}</dd>
        <dt>{t("depots")}</dt>
        <dd>
          {depots + depotsChanged > 0
            ? countsText(t, { created: depots, updated: depotsChanged, unchanged: 0 })
            : t("depotsNone")}
        </dd>
      </dl>
      <RowFaults faults={faults} total={faultCount} />
    </>
  );
}

/** The lines that did not come in, each with every reason and what was written there. */
export function RowFaults({ faults, total = faults.length }: { faults: readonly FleetRowFault[]; total?: number }) {
  const t = useWords("fleet");
  const words = useWords("faults");
  if (faults.length === 0) return null;
  return (
    <section aria-label={t("faults")} className="overflow-hidden rounded-md border border-line">
      <div className="scroll-quiet max-h-72">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-canvas text-ink-muted text-sm">
            <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("column")}</th>
              <th scope="col">{t("wrong")}</th>
            </tr>
          </thead>
          <tbody>
            {faults.flatMap(({ rowNumber, errors }) =>
              errors.map((error, at) => (
                <tr
                  key={`${rowNumber} ${error.field} ${error.message}`}
                  className="border-line border-t align-top [&>td]:px-3 [&>td]:py-1.5"
                >
                  <td className="tabular-nums">{at === 0 ? rowNumber : ""}</td>
                  <td className="font-medium">{error.column || error.field}</td>
                  <td>{sayFault(words, error)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {total > faults.length ? (
        <p className="border-line border-t px-3 py-1.5 text-ink-muted text-sm">
          {t("firstShown", { shown: faults.length, count: total })}
        </p>
      ) : null}
    </section>
  );
}
