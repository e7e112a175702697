import { formatCount } from "@/components/lib/format";
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
  const { imported, faultCount, faults } = result;
  return (
    <>
      <Banner tone={faultCount > 0 ? "warn" : "ok"} title={`${formatCount(imported)} addresses taken`}>
        {faultCount > 0
          ? `${formatCount(faultCount)} lines of ${fileName} could not be used.`
          : `Every line of ${fileName} could be used.`}{" "}
        Addresses that were in doubt are looked up again now.
      </Banner>
      <Faults faults={faults} total={faultCount} />
    </>
  );
}

/** The lines that could not be used. */
export function Faults({ faults, total = faults.length }: { faults: readonly BookFault[]; total?: number }) {
  if (faults.length === 0) return null;
  return (
    <section aria-label="Lines not taken" className="overflow-hidden rounded-md border border-line">
      <div className="scroll-quiet max-h-60">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-canvas text-ink-muted text-sm">
            <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
              <th scope="col">Line</th>
              <th scope="col">What is wrong</th>
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
          The first {formatCount(faults.length)} of {formatCount(total)} are shown.
        </p>
      ) : null}
    </section>
  );
}
