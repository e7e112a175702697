"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";

/** Whose documents will have expired on the day that is sent out; it does not stand in the way. */
export function ExpiredPapers({ routes }: { routes: readonly BoardRoute[] }) {
  const t = useWords("boardDispatch");
  const trpc = useTRPC();
  const { board } = useBoard();
  const { projectId, date } = board.plan;
  const { data } = useQuery(trpc.fleet.papersToRenew.queryOptions({ projectId, date }));
  const expired = new Set(
    (data ?? []).filter(({ papers }) => papers.some(({ standing }) => standing === "expired")).map(({ id }) => id),
  );
  const names = routes.flatMap(({ driver, vehicle }) => [
    ...(expired.has(driver.id) ? [driver.name] : []),
    ...(expired.has(vehicle.id) ? [vehicle.label] : []),
  ]);
  if (names.length === 0) return null;
  return (
    <Banner tone="warn" title={t("papers.title")}>
      {t.format.list([...new Set(names)])} <Link href="/drivers">{t("papers.look")}</Link>
    </Banner>
  );
}
