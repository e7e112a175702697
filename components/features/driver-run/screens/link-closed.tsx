"use client";
import { Unlink } from "lucide-react";
import { useContext, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { countWaiting } from "../store/kept-routes";
import { openDatabase } from "../store/open-database";
import { RunContext } from "../store/run-context";
import type { RunDesk } from "../store/run-desk";
import { RefusedActs, RefusedProofs } from "./run-notices";

/** A link that was withdrawn or has run out: what the server did not take of its route, and what waits for the next one. */
export function LinkClosed() {
  const t = useWords("driverRun");
  const desk = useContext(RunContext);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const database = await openDatabase();
      const waiting = await countWaiting(database);
      database.close();
      if (!isGone) setCount(waiting);
    };
    // A browser that keeps nothing has nothing to tell.
    read().catch(() => {});
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-3 p-4 text-md">
      {desk ? <NotTaken desk={desk} /> : null}
      <EmptyState icon={<Unlink />} title={t("closedTitle")}>
        {t("closedAbout")}
        {count === null ? null : <span className="mt-3 block font-semibold text-ink">{t("keptHere", { count })}</span>}
      </EmptyState>
    </main>
  );
}

/** What was refused of a route this device has opened; the page the server itself answers a closed link with has none. */
function NotTaken({ desk }: { desk: RunDesk }) {
  const isKnown = useStore(desk.state, ({ day }) => day !== null);
  if (!isKnown) return null;
  return (
    <>
      <RefusedActs />
      <RefusedProofs />
    </>
  );
}
