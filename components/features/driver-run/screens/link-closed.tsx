"use client";
import { Unlink } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { countWaiting } from "../store/kept-routes";
import { openDatabase } from "../store/open-database";

/** A link that was withdrawn or has run out, and what this phone still keeps for the next one. */
export function LinkClosed() {
  const t = useWords("driverRun");
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
    <main className="grid min-h-dvh place-items-center p-4 text-md">
      <EmptyState icon={<Unlink />} title={t("closedTitle")}>
        {t("closedAbout")}
        {count === null ? null : <span className="mt-3 block font-semibold text-ink">{t("keptHere", { count })}</span>}
      </EmptyState>
    </main>
  );
}
