"use client";
import { Navigation, Warehouse } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import type { SheetPlace } from "@/server/domain/plan/route-sheet";
import { bigButtonClass } from "../parts/big-button";
import { navigationUrl } from "./navigation-url";

export interface ReloadCardProps {
  readonly depot: SheetPlace;
  readonly arriveSeconds: number;
  readonly isApple: boolean;
}

/** Before the next stop the driver goes back to load. It is over once he heads for that stop. */
export function ReloadCard({ depot, arriveSeconds, isApple }: ReloadCardProps) {
  const t = useWords("driverRun");
  const url = navigationUrl(depot, isApple);
  const place = depot.name || depot.street || t("start");
  const address = [depot.street, depot.town].filter(Boolean).join(", ");
  return (
    <section aria-label={t("loadFirst")} className="rounded-2xl border-2 border-accent bg-surface p-4">
      <p className="flex items-center justify-between font-semibold text-accent text-md">
        {t("loadFirst")}
        <span className="text-ink text-xl tabular-nums">{t.format.time(arriveSeconds)}</span>
      </p>
      <div className="mt-2 flex items-start gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-md bg-inverse text-ink-inverse">
          <Warehouse className="size-5" aria-hidden="true" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="break-words font-semibold text-2xl leading-8">{t("backToLoad", { place })}</h2>
          {address === "" || address === place ? null : <p className="break-words text-lg">{address}</p>}
        </div>
      </div>
      {url ? (
        <a href={url} className={`${bigButtonClass()} mt-3 w-full`}>
          <Navigation aria-hidden="true" />
          <span>{t.rich("navigate", { place, hidden: (words) => <span className="sr-only">{words}</span> })}</span>
        </a>
      ) : null}
    </section>
  );
}
