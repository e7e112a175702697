import { formatCount } from "@/components/lib/format";
import { Banner } from "@/components/ui/banner";

export type FleetRowFault = {
  rowNumber: number;
  errors: readonly { field: string; column: string; message: string; value: string }[];
};

type Counts = { created: number; updated: number; unchanged: number };

/** What the server made of the file. */
export type FleetResult = {
  depots: number;
  vehicles: Counts;
  drivers: Counts;
  faultCount: number;
  faults: readonly FleetRowFault[];
};

function countsText({ created, updated, unchanged }: Counts): string {
  const parts = [
    created > 0 && `${formatCount(created)} new`,
    updated > 0 && `${formatCount(updated)} changed`,
    unchanged > 0 && `${formatCount(unchanged)} as before`,
  ];
  return parts.filter(Boolean).join(", ") || "none";
}

const lines = (count: number) => `${formatCount(count)} ${count === 1 ? "line" : "lines"}`;

export function FleetImportResult({ fileName, result }: { fileName: string; result: FleetResult }) {
  const { drivers, vehicles, depots, faultCount, faults } = result;
  return (
    <>
      <Banner
        tone={faultCount > 0 ? "warn" : "ok"}
        title={faultCount > 0 ? `Imported, except ${lines(faultCount)}` : "Everything imported"}
      >
        {fileName}
      </Banner>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 [&>dt]:text-ink-muted">
        <dt>Drivers</dt>
        <dd>{countsText(drivers)}</dd>
        <dt>Vehicles</dt>
        <dd>{countsText(vehicles)}</dd>
        <dt>Depots</dt>
        <dd>{depots > 0 ? `${formatCount(depots)} new` : "none new"}</dd>
      </dl>
      <RowFaults faults={faults} total={faultCount} />
    </>
  );
}

/** The lines that did not come in, each with every reason and what was written there. */
export function RowFaults({ faults, total = faults.length }: { faults: readonly FleetRowFault[]; total?: number }) {
  if (faults.length === 0) return null;
  return (
    <section aria-label="Lines not imported" className="overflow-hidden rounded-md border border-line">
      <div className="scroll-quiet max-h-72">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-canvas text-ink-muted text-sm">
            <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
              <th scope="col">Line</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
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
                  <td>{error.message}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {total > faults.length ? (
        <p className="border-line border-t px-3 py-1.5 text-ink-muted text-sm">
          The first {formatCount(faults.length)} of {lines(total)} are shown.
        </p>
      ) : null}
    </section>
  );
}
