"use client";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import type { RouteSheet as Sheet } from "@/server/domain/plan/route-sheet";
import { linkOfPath } from "./parts/link-of-path";
import { LinkClosed } from "./screens/link-closed";
import { NoConnection } from "./screens/no-connection";
import { RouteSheet } from "./screens/route-sheet";
import { RunScreen } from "./screens/run-screen";
import { RunContext } from "./store/run-context";
import { openRun, type RunDesk } from "./store/run-desk";
import { registerOffline } from "./sync/register-offline";

export interface DriverRunProps {
  /** The route as the server knows it, to be read before anything else works; null in the page kept for working offline. */
  readonly sheet: Sheet | null;
  /** Which kind of map address the phone understands. */
  readonly isApple: boolean;
}

/** A driver's day: first the sheet to read, as the server sent it, then, from what the device keeps, all that can be done. */
export function DriverRun({ sheet, isApple }: DriverRunProps) {
  const [desk, setDesk] = useState<RunDesk | null>(null);
  useEffect(() => {
    const opened = openRun(linkOfPath(window.location.pathname));
    setDesk(opened);
    registerOffline();
    return () => opened.close();
  }, []);
  if (!desk) return <Before sheet={sheet} isApple={isApple} />;
  return (
    <RunContext value={desk}>
      <Opened desk={desk} sheet={sheet} isApple={isApple} />
    </RunContext>
  );
}

function Opened({ desk, sheet, isApple }: DriverRunProps & { desk: RunDesk }) {
  const t = useWords("driverRun");
  const phase = useStore(desk.state, (state) => state.phase);
  switch (phase) {
    case "ready":
      return <RunScreen isApple={isApple} />;
    case "closed":
      return <LinkClosed />;
    case "unknown":
      return sheet ? <Before sheet={sheet} isApple={isApple} /> : <NoConnection />;
    case "unkept":
      return (
        <>
          <Banner tone="warn" className="m-4 text-md">
            {t("unkeptAbout")}
          </Banner>
          <Before sheet={sheet} isApple={isApple} />
        </>
      );
    default:
      return <Before sheet={sheet} isApple={isApple} />;
  }
}

function Before({ sheet, isApple }: DriverRunProps) {
  const t = useWords("driverRun");
  if (sheet) return <RouteSheet t={t} sheet={sheet} isApple={isApple} />;
  return (
    <main aria-busy="true" aria-label={t("opening")} className="mx-auto flex max-w-xl flex-col gap-3 p-4">
      <Skeleton className="h-10 w-40" />
      <Skeleton className="h-56" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
    </main>
  );
}
