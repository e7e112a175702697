"use client";
import { Unlink } from "lucide-react";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { countWaiting } from "../store/kept-routes";
import { openDatabase } from "../store/open-database";
import { useRunDesk } from "../store/run-context";
import { RefusedActs, RefusedProofs } from "./run-notices";

/** A link that was withdrawn or has run out: what the server did not take of its route, and what waits for the next one. */
export function LinkClosed() {
  const t = useWords("driverRun");
  const isKnown = useStore(useRunDesk().state, ({ day }) => day !== null);
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
      {isKnown ? (
        <>
          <RefusedActs />
          <RefusedProofs />
        </>
      ) : null}
      <EmptyState icon={<Unlink />} title={t("closedTitle")}>
        {t("closedAbout")}
        {count === null ? null : <span className="mt-3 block font-semibold text-ink">{t("keptHere", { count })}</span>}
      </EmptyState>
    </main>
  );
}
