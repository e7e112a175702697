import { Flag, Warehouse } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import type { Words } from "@/components/lib/words/words";
import type { RouteSheet as Sheet, SheetBreak, SheetPlace } from "@/server/domain/plan/route-sheet";
import { BreakNote } from "../parts/break-note";
import { RunBrand } from "../parts/run-brand";
import { sheetDistance } from "../parts/sheet-distance";
import { NavigateLink, SheetStopCard, SheetTime } from "./sheet-stop-card";

export interface RouteSheetProps {
  readonly sheet: Sheet;
  readonly t: Words<"driverRun">;
  /** Which kind of map address the phone understands. */
  readonly isApple: boolean;
}

/** A driver's route to read on a phone or on paper: start, stops in order, end. */
export function RouteSheet({ sheet, t, isApple }: RouteSheetProps) {
  const { stops, start, end } = sheet;
  return (
    <main className="mx-auto max-w-xl px-4 pt-5 pb-10 text-md print:max-w-none print:p-0">
      <SheetHeader sheet={sheet} t={t} />
      <ol className="mt-4 flex flex-col gap-3">
        <SheetEnd
          t={t}
          icon={<Warehouse />}
          title={t("leave", { place: start.name })}
          seconds={sheet.startSeconds}
          place={start}
          isApple={isApple}
        />
        {stops.map((stop, index) => (
          <Fragment key={stop.visitId}>
            <SheetBreaks sheet={sheet} t={t} beforeVisitId={stop.visitId} />
            {stop.reload ? (
              <SheetEnd
                t={t}
                icon={<Warehouse />}
                title={t("backToLoad", { place: start.name || start.street || t("start") })}
                seconds={stop.reload.arriveSeconds}
                place={start}
                isApple={isApple}
              />
            ) : null}
            <SheetStopCard t={t} stop={stop} number={index + 1} isApple={isApple} />
          </Fragment>
        ))}
        <SheetBreaks sheet={sheet} t={t} beforeVisitId={null} />
        {end ? (
          <SheetEnd
            t={t}
            icon={<Flag />}
            title={t("backAt", { place: end.name })}
            seconds={sheet.endSeconds}
            place={end}
            isApple={isApple}
          />
        ) : null}
      </ol>
      <footer className="mt-5 text-pretty text-base text-ink-muted">
        {end ? null : <p>{t("endsAtLast", { time: t.format.time(sheet.endSeconds) })}</p>}
        <p>{t("asPlanned", { zone: sheet.timeZone })}</p>
        <p data-print="hide">{t("yoursAlone")}</p>
      </footer>
    </main>
  );
}

function SheetBreaks({
  sheet,
  t,
  beforeVisitId,
}: Pick<RouteSheetProps, "sheet" | "t"> & Pick<SheetBreak, "beforeVisitId">) {
  return (sheet.breaks ?? [])
    .filter((rest) => rest.beforeVisitId === beforeVisitId)
    .map((rest) => (
      <li key={rest.fromSeconds} className="px-3">
        <BreakNote t={t} rest={rest} />
      </li>
    ));
}

function SheetHeader({ sheet, t }: { sheet: Sheet; t: Words<"driverRun"> }) {
  const { driverName, vehicle, stops, routeNumber } = sheet;
  const facts = [
    [t("driver"), driverName],
    [t("vehicle"), [vehicle.label, vehicle.registration].filter(Boolean).join(" · ")],
    [t("start"), t.format.time(sheet.startSeconds)],
    [t("route"), t("routeFacts", { count: stops.length, distance: sheetDistance(t.format, sheet) })],
  ];
  return (
    <header>
      <RunBrand brand={sheet.brand} />
      <h1 className="font-semibold text-2xl tracking-tight">{t("title", { number: String(routeNumber) })}</h1>
      <p className="text-lg">{t.format.date(sheet.date, "long")}</p>
      <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-2 border-line border-y py-3">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-base text-ink-muted">{label}</dt>
            <dd className="break-words font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

interface SheetEndProps {
  readonly t: Words<"driverRun">;
  readonly icon: ReactNode;
  readonly title: string;
  readonly seconds: number;
  readonly place: SheetPlace;
  readonly isApple: boolean;
}

/** The depot the route leaves, loads again at, or comes back to. */
function SheetEnd({ t, icon, title, seconds, place, isApple }: SheetEndProps) {
  const address = [place.street, place.town].filter(Boolean).join(", ");
  return (
    <li className="flex items-start gap-3 px-3 py-1">
      <span className="grid size-8 shrink-0 place-items-center rounded-md bg-inverse text-ink-inverse [&>svg]:size-4">
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="break-words font-semibold text-lg">{title}</h2>
        {/* A depot that came without a name is called by its address. */}
        {address === place.name ? null : <p className="break-words text-ink-muted">{address}</p>}
        <p data-print="hide" className="mt-2 empty:hidden">
          <NavigateLink t={t} place={place} isApple={isApple} />
        </p>
      </div>
      <SheetTime t={t} seconds={seconds} />
    </li>
  );
}
