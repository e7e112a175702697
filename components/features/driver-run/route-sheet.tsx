import { Flag, Warehouse } from "lucide-react";
import type { ReactNode } from "react";
import { formatDate, formatDistance, formatTimeOfDay } from "@/components/lib/format";
import type { RouteSheet as Sheet, SheetPlace } from "@/server/domain/plan/route-sheet";
import { NavigateLink, SheetStopCard, SheetTime } from "./sheet-stop-card";

export interface RouteSheetProps {
  readonly sheet: Sheet;
  /** Which kind of map address the phone understands. */
  readonly isApple: boolean;
}

/** A driver's route to read on a phone or on paper: start, stops in order, end. */
export function RouteSheet({ sheet, isApple }: RouteSheetProps) {
  const { stops, start, end } = sheet;
  return (
    <main className="mx-auto max-w-xl px-4 pt-5 pb-10 text-md print:max-w-none print:p-0">
      <SheetHeader sheet={sheet} />
      <ol className="mt-4 flex flex-col gap-3">
        <SheetEnd icon={<Warehouse />} title="Leave" seconds={sheet.startSeconds} place={start} isApple={isApple} />
        {stops.map((stop, index) => (
          <SheetStopCard key={stop.visitId} stop={stop} number={index + 1} isApple={isApple} />
        ))}
        {end ? (
          <SheetEnd icon={<Flag />} title="Back at" seconds={sheet.endSeconds} place={end} isApple={isApple} />
        ) : null}
      </ol>
      <footer className="mt-5 text-pretty text-base text-ink-muted">
        {end ? null : <p>The route ends at the last stop, about {formatTimeOfDay(sheet.endSeconds)}.</p>}
        <p>Times are as planned, local time ({sheet.timeZone}). Reload this page to see the latest plan.</p>
        <p data-print="hide">This link is yours alone: please do not pass it on.</p>
      </footer>
    </main>
  );
}

function SheetHeader({ sheet }: { sheet: Sheet }) {
  const { driverName, vehicle, stops, routeNumber } = sheet;
  const facts = [
    ["Driver", driverName],
    ["Vehicle", [vehicle.label, vehicle.registration].filter(Boolean).join(" · ")],
    ["Start", formatTimeOfDay(sheet.startSeconds)],
    ["Route", `${stops.length === 1 ? "1 stop" : `${stops.length} stops`}, ${formatDistance(sheet.distanceMeters)}`],
  ];
  return (
    <header>
      <h1 className="font-semibold text-2xl tracking-tight">Route {routeNumber}</h1>
      <p className="text-lg">{formatDate(sheet.date, { style: "long", locale: "en-GB" })}</p>
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
  readonly icon: ReactNode;
  readonly title: string;
  readonly seconds: number;
  readonly place: SheetPlace;
  readonly isApple: boolean;
}

/** The depot the route leaves, or comes back to. */
function SheetEnd({ icon, title, seconds, place, isApple }: SheetEndProps) {
  const address = [place.street, place.town].filter(Boolean).join(", ");
  return (
    <li className="flex items-start gap-3 px-3 py-1">
      <span className="grid size-8 shrink-0 place-items-center rounded-md bg-inverse text-ink-inverse [&>svg]:size-4">
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="break-words font-semibold text-lg">
          {title} {place.name}
        </h2>
        {/* A depot that came without a name is called by its address. */}
        {address === place.name ? null : <p className="break-words text-ink-muted">{address}</p>}
        <p data-print="hide" className="mt-2 empty:hidden">
          <NavigateLink place={place} isApple={isApple} />
        </p>
      </div>
      <SheetTime seconds={seconds} />
    </li>
  );
}
