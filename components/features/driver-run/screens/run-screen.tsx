"use client";
import { Menu } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { ProgressBar } from "@/components/ui/progress-bar";
import { DoorScreen } from "../door/door-screen";
import { bigButtonClass } from "../parts/big-button";
import { usePlace } from "../parts/use-place";
import { useDay, useKeptDay, useRunDesk } from "../store/run-context";
import { watchPosition } from "../sync/watch-position";
import { DayScreen } from "./day-screen";
import { MoreMenu } from "./more-menu";
import { OfferScreen } from "./offer-screen";
import { RefusedActs, RefusedProofs, RouteChanges } from "./run-notices";
import { SyncLine } from "./sync-line";

/** The day on the phone: one column, what matters now at the top, what to do at the thumb. */
export function RunScreen({ isApple }: { isApple: boolean }) {
  const t = useWords("driverRun");
  const day = useDay();
  useNotedPosition(day.phase === "started" || day.phase === "served");
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-4 px-4 pt-[max(0.75rem,env(safe-area-inset-top))] pb-40">
      <RunHeader />
      {window.isSecureContext ? null : <Banner tone="warn">{t("insecureAbout")}</Banner>}
      <RefusedActs />
      <RefusedProofs />
      <RouteChanges />
      <RunPlaces isApple={isApple} />
    </main>
  );
}

/** The part of the day that is open: the offer, one door, or the route. */
export function RunPlaces({ isApple }: { isApple: boolean }) {
  const day = useDay();
  const [place, go] = usePlace();
  const lastShown = useRef("");
  const isOffer = day.phase === "offered" || day.phase === "declined";
  const visitId = /^door-(.+)$/.exec(place)?.[1];
  const door = isOffer ? undefined : day.doors.find(({ stops }) => stops.some(({ stop }) => stop.visitId === visitId));
  const shown = door?.key ?? "";
  // Each part of the day begins at its top, as a page of its own would.
  useEffect(() => {
    if (shown !== lastShown.current) window.scrollTo(0, 0);
    lastShown.current = shown;
  }, [shown]);
  if (isOffer) return <OfferScreen />;
  if (door) return <DoorScreen key={door.key} door={door} isApple={isApple} onBack={() => go("")} />;
  return <DayScreen isApple={isApple} onOpen={({ key }) => go(`door-${key}`)} />;
}

export function RunHeader() {
  const t = useWords("driverRun");
  const day = useDay();
  const { isLooking } = useRunDesk();
  const { sheet } = useKeptDay().route.run;
  const [isOpen, setOpen] = useState(false);
  const progress = t("progress", { done: String(day.servedCount), total: String(day.stopCount) });
  const isOffer = day.phase === "offered" || day.phase === "declined";
  return (
    <header>
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline gap-3">
            <h1 className="font-semibold text-2xl tracking-tight">
              {t("title", { number: String(sheet.routeNumber) })}
            </h1>
            {isOffer ? null : <p className="text-ink-muted text-lg tabular-nums">{progress}</p>}
          </div>
          {isLooking ? null : <SyncLine />}
        </div>
        {isLooking ? null : (
          <button
            type="button"
            aria-label={t("more")}
            onClick={() => setOpen(true)}
            className={`${bigButtonClass()} px-0!`}
          >
            <Menu aria-hidden="true" />
          </button>
        )}
      </div>
      {isOffer ? null : (
        <ProgressBar
          className="mt-2"
          label={progress}
          value={day.stopCount > 0 ? (100 * day.servedCount) / day.stopCount : 100}
          valueText={progress}
          hideLabel
          tone="ok"
        />
      )}
      <MoreMenu open={isOpen} onOpenChange={setOpen} />
    </header>
  );
}

/** While the route is driven and looked at, where the van is goes to the desk. */
function useNotedPosition(isDriving: boolean): void {
  const desk = useRunDesk();
  useEffect(() => {
    if (!isDriving) return;
    let stop: (() => void) | null = null;
    const follow = () => {
      const isVisible = document.visibilityState === "visible";
      if (isVisible && !stop) stop = watchPosition((fix) => void desk.noteFix(fix).catch(() => {}));
      else if (!isVisible && stop) {
        stop();
        stop = null;
      }
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      stop?.();
    };
  }, [desk, isDriving]);
}
