"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";

export type BookFault = { rowNumber: number; message: string };

/** What the server made of the file. */
export type BookResult = {
  doors: number;
  streets: number;
  imported: number;
  faultCount: number;
  faults: readonly BookFault[];
};

export function AddressBookResult({ fileName, result }: { fileName: string; result: BookResult }) {
  const t = useWords("settings");
  const { imported, faultCount, faults } = result;
  return (
    <>
      <Banner tone={faultCount > 0 ? "warn" : "ok"} title={t("book.taken", { count: imported })}>
        {faultCount > 0
          ? t("book.someFaults", { count: faultCount, file: fileName })
          : t("book.noFaults", { file: fileName })}
      </Banner>
      <Faults faults={faults} total={faultCount} />
    </>
  );
}

/** The lines that could not be used. */
export function Faults({ faults, total = faults.length }: { faults: readonly BookFault[]; total?: number }) {
  const t = useWords("settings");
  if (faults.length === 0) return null;
  return (
    <section aria-label={t("book.faults")} className="overflow-hidden rounded-md border border-line">
      <div className="scroll-quiet max-h-60">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-canvas text-ink-muted text-sm">
            <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
              <th scope="col">{t("book.line")}</th>
              <th scope="col">{t("book.wrong")}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ rowNumber, message }) => (
              <tr key={rowNumber} className="border-line border-t align-top [&>td]:px-3 [&>td]:py-1.5">
                <td className="w-16 tabular-nums">{rowNumber}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > faults.length ? (
        <p className="border-line border-t px-3 py-1.5 text-ink-muted text-sm">
          {t("book.firstShown", { shown: faults.length, total })}
        </p>
      ) : null}
    </section>
  );
}
