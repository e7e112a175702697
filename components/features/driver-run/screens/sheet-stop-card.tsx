import { Clock, Navigation, Package, Phone } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import type { SheetPlace, SheetStop } from "@/server/domain/plan/route-sheet";
import { callUrl } from "../parts/call-url";
import { CustomerWishNote } from "../parts/customer-wish-note";
import { addressText, parcelText, stopName, windowText } from "../parts/stop-words";
import { navigationUrl } from "./navigation-url";

/** A planned time of the route, the thing a driver looks for first. */
export function SheetTime({ t, seconds }: { t: Words<"driverRun">; seconds: number }) {
  return <p className="shrink-0 font-semibold text-xl tabular-nums">{t.format.time(seconds)}</p>;
}

export function NavigateLink({ t, place, isApple }: { t: Words<"driverRun">; place: SheetPlace; isApple: boolean }) {
  const url = navigationUrl(place, isApple);
  if (!url) return null;
  return (
    <a href={url} className={buttonClass({ size: "lg" })}>
      <Navigation className="size-4" aria-hidden="true" />
      <span>
        {t.rich("navigate", {
          place: place.name || place.street,
          hidden: (words) => <span className="sr-only">{words}</span>,
        })}
      </span>
    </a>
  );
}

export interface SheetStopCardProps {
  readonly t: Words<"driverRun">;
  readonly stop: SheetStop;
  readonly number: number;
  readonly isApple: boolean;
}

/** One stop: when, who, where, what to know and what to hand over. */
export function SheetStopCard({ t, stop, number, isApple }: SheetStopCardProps) {
  const { place, notes } = stop;
  return (
    <li className="break-inside-avoid rounded-lg border border-line bg-surface p-3">
      <div className="flex items-start gap-3">
        <span className="grid size-8 shrink-0 place-items-center rounded-full border-2 border-accent font-semibold tabular-nums">
          {number}
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="break-words font-semibold text-lg">{stopName(t, stop)}</h2>
          <p className="break-words">{addressText(t, stop)}</p>
        </div>
        <SheetTime t={t} seconds={stop.arriveSeconds} />
      </div>
      <div className="mt-2 flex flex-col gap-2 pl-11">
        <WindowLine t={t} stop={stop} />
        {notes.map((note) => (
          <p key={note} className="whitespace-pre-line break-words rounded-md bg-warn-soft px-3 py-2">
            {note}
          </p>
        ))}
        <CustomerWishNote t={t} wish={stop.wish} />
        <ParcelList t={t} stop={stop} />
        <p className="flex flex-wrap gap-2 empty:hidden">
          {stop.phone ? (
            <a href={callUrl(stop)} className={buttonClass({ size: "lg" })}>
              <Phone className="size-4" aria-hidden="true" />
              <span className="sr-only">{t("call")} </span>
              {stop.phoneCode ? t("relayedNumber", { number: stop.phone, code: stop.phoneCode }) : stop.phone}
            </a>
          ) : null}
          <span data-print="hide" className="contents">
            <NavigateLink t={t} place={place} isApple={isApple} />
          </span>
        </p>
      </div>
    </li>
  );
}

function WindowLine({ t, stop }: { t: Words<"driverRun">; stop: SheetStop }) {
  if (stop.windows.length === 0 && !stop.isLate) return null;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Clock className="size-4 shrink-0 text-ink-muted" aria-hidden="true" />
      <span>{windowText(t, stop)}</span>
      {stop.isLate ? <Badge tone="alert">{t("late")}</Badge> : null}
    </p>
  );
}

/** What to take on or hand over: in total, then piece by piece as far as it is known. */
function ParcelList({ t, stop }: { t: Words<"driverRun">; stop: SheetStop }) {
  return (
    <div className="flex gap-2">
      <Package className="mt-0.5 size-4 shrink-0 text-ink-muted" aria-hidden="true" />
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2">
          {parcelText(t, stop)}
          {stop.externalId ? <span className="text-ink-muted">{stop.externalId}</span> : null}
        </p>
        {stop.items.length > 0 ? (
          <ul className="text-base">
            {stop.items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two parcels may be alike.
              <li key={index} className="break-words">
                {item.quantity} × {item.description || t("parcel")}
                {item.barcode ? <span className="font-mono text-ink-muted text-sm"> {item.barcode}</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
