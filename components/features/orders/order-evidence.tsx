"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, CircleDashed, Flag, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useWords } from "@/components/lib/words/words-context";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ReviewState } from "@/server/domain/proof/review";
import type { OrderDetails } from "./order-facts";

type Evidence = RouterOutput["proof"]["ofDelivery"][number];

const LOOKS: Readonly<Record<ReviewState, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  pending: { tone: "neutral", icon: <CircleDashed aria-hidden="true" /> },
  approved: { tone: "ok", icon: <Check aria-hidden="true" /> },
  flagged: { tone: "warn", icon: <Flag aria-hidden="true" /> },
  rejected: { tone: "alert", icon: <X aria-hidden="true" /> },
};

/** What became of an order's evidence, with the way to it; nothing while no visit has ended. */
export function OrderEvidence({ order: { id, projectId } }: { order: Pick<OrderDetails, "id" | "projectId"> }) {
  const t = useWords("orders");
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.proof.ofDelivery.queryOptions({ deliveryId: id }));
  useLiveRefresh(/^(proof\.(verified|rejected|reviewed|lost|cleared)|stop\.completed)$/, [
    trpc.proof.ofDelivery.queryKey({ deliveryId: id }),
  ]);
  if (data.length === 0) return null;
  return (
    <section aria-label={t("evidence")} className="border-line border-t py-3">
      <h3 className="mb-1 font-semibold">{t("evidence")}</h3>
      <ul>
        {data.map((evidence) => (
          <EvidenceLine key={`${evidence.routeId} ${evidence.visitId}`} evidence={evidence} projectId={projectId} />
        ))}
      </ul>
    </section>
  );
}

function EvidenceLine({ evidence, projectId }: { evidence: Evidence; projectId: string }) {
  const t = useWords("orders");
  const { routeId, visitId, date, timeZone, state, note, reviewedBy, reviewedAtMs, pictures, flags } = evidence;
  const query = new URLSearchParams({ project: projectId, date, show: "all", stop: `${routeId}.${visitId}` });
  const about = [
    t("evidencePictures", { count: pictures }),
    ...(flags.length > 0 ? [t("evidenceFlags", { count: flags.length })] : []),
    ...(reviewedAtMs === null
      ? []
      : [t("evidenceBy", { name: reviewedBy ?? "", when: t.format.instant(reviewedAtMs, timeZone) })]),
  ];
  return (
    <li className="py-1">
      <Link href={`/review?${query}`} className="group flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge {...LOOKS[state]}>{t(`evidence.${state}`)}</Badge>
        <span className="text-ink-muted group-hover:underline">{about.join(" · ")}</span>
      </Link>
      {note ? <p className="mt-1 text-pretty">{note}</p> : null}
    </li>
  );
}
