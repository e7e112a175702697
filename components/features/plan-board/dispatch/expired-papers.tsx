"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";

/** So many are named; the lists have the rest. */
const MOST_SHOWN = 5;

/** Whose documents will have expired on the day that is sent out, and which; it does not stand in the way. */
export function ExpiredPapers({ routes }: { routes: readonly BoardRoute[] }) {
  const t = useWords("boardDispatch");
  const trpc = useTRPC();
  const { board } = useBoard();
  const { projectId, date } = board.plan;
  const { data = [] } = useQuery(trpc.fleet.papersToRenew.queryOptions({ projectId, date }));
  const papersOf = new Map(data.map(({ id, papers }) => [id, papers.filter(({ standing }) => standing === "expired")]));
  const owners = new Map<string, { readonly name: string; readonly list: string }>(
    routes.flatMap(({ driver, vehicle }) => [
      [driver.id, { name: driver.name, list: "/drivers" }] as const,
      [vehicle.id, { name: vehicle.label, list: "/vehicles" }] as const,
    ]),
  );
  const expired = [...owners].flatMap(([id, owner]) =>
    (papersOf.get(id) ?? []).map((paper) => ({ ...owner, ...paper, key: `${id} ${paper.kind} ${paper.title}` })),
  );
  if (expired.length === 0) return null;
  return (
    <Banner tone="warn" title={t("papers.title")}>
      <ul>
        {expired.slice(0, MOST_SHOWN).map(({ key, name, list, kind, title, expiresOn }) => (
          <li key={key}>
            <Link href={`${list}?project=${projectId}`} className="font-medium underline">
              {name}
            </Link>{" "}
            {title || t("papers.kind", { kind })}, {t("papers.until", { date: t.format.date(expiresOn, "medium") })}
          </li>
        ))}
      </ul>
      {expired.length > MOST_SHOWN ? <p>{t("papers.more", { count: expired.length - MOST_SHOWN })}</p> : null}
    </Banner>
  );
}
