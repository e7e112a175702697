"use client";
import { Route, TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { ProofThumb } from "../capture/proof-thumb";
import { changedStops, seenStops } from "../day/changed-stops";
import { BigButton } from "../parts/big-button";
import type { KeptAct } from "../store/kept";
import { useKeptDay, useRunDesk } from "../store/run-context";

/** What changed on the route since its driver last said that he had seen it. */
export function RouteChanges() {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const { route } = useKeptDay();
  const changes = useMemo(() => changedStops(route.seen, seenStops(route.run.sheet.stops)), [route]);
  if (!changes) return null;
  const { added, removed, moved, wished, loading } = changes;
  const lines = [
    added.length > 0 ? t("added", { names: t.format.list(added) }) : "",
    removed.length > 0 ? t("removed", { names: t.format.list(removed) }) : "",
    moved.length > 0 ? t("moved", { names: t.format.list(moved) }) : "",
    loading.length > 0 ? t("loading", { names: t.format.list(loading) }) : "",
    wished.length > 0 ? t("wished", { names: t.format.list(wished) }) : "",
  ].filter(Boolean);
  return (
    <section role="alert" className="rounded-xl border-2 border-info bg-info-soft p-4">
      <h2 className="flex items-center gap-2 font-semibold text-lg">
        <Route className="size-5 text-info" aria-hidden="true" />
        {t("routeChanged")}
      </h2>
      <ul className="mt-1 mb-3 text-md">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
      <BigButton className="w-full" onClick={() => void desk.acknowledge()}>
        {t("understood")}
      </BigButton>
    </section>
  );
}

/** Acts the server did not take, each with its reason, until the driver has seen it. */
export function RefusedActs() {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const { acts } = useKeptDay();
  return acts
    .filter(({ refusal }) => refusal !== null)
    .map((kept) => (
      <section key={kept.opId} role="alert" className="rounded-xl border-2 border-alert bg-alert-soft p-4">
        <h2 className="flex gap-2 font-semibold text-lg">
          <TriangleAlert className="mt-0.5 size-5 shrink-0 text-alert" aria-hidden="true" />
          <RefusedTitle kept={kept} />
        </h2>
        <p className="mt-1 mb-3 text-md">
          <RefusedReason kept={kept} />
        </p>
        <BigButton className="w-full" onClick={() => void desk.dismiss(kept.opId)}>
          {t("dismiss")}
        </BigButton>
      </section>
    ));
}

/** Photos and signatures the server will not take, until the driver has seen it. */
export function RefusedProofs() {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const { proofs } = useKeptDay();
  return proofs
    .filter(({ state }) => state === "refused")
    .map(({ proofId, kind }) => (
      <section key={proofId} role="alert" className="rounded-xl border-2 border-alert bg-alert-soft p-4">
        <h2 className="font-semibold text-lg">{t("refusedTitle", { what: t(`proof.${kind}`) })}</h2>
        <div className="mt-2 flex items-center gap-3">
          <ProofThumb proofId={proofId} alt={t(`proof.${kind}`)} />
          <BigButton className="flex-1" onClick={() => void desk.dismissProof(proofId)}>
            {t("dismiss")}
          </BigButton>
        </div>
      </section>
    ));
}

function RefusedTitle({ kept: { act, names } }: { kept: KeptAct }) {
  const t = useWords("driverRun");
  const what = act.type === "complete" ? t(`outcome.${act.outcome}`) : t(`act.${act.type}`);
  const unique = [...new Set(names)];
  const about = unique.length > 0 ? t("refusedAt", { what, names: t.format.list(unique) }) : what;
  return <span>{t("refusedTitle", { what: about })}</span>;
}

const KNOWN_REASONS = [
  "not-on-route",
  "order-cancelled",
  "op-id-taken",
  "in-the-future",
  "too-old",
  "wrong-pin",
] as const;

function RefusedReason({ kept: { refusal } }: { kept: KeptAct }) {
  const t = useWords("driverRun");
  if (!refusal) return null;
  if (refusal.movedToRoute !== null) return t("movedToRoute", { number: String(refusal.movedToRoute) });
  const { reason, message } = refusal;
  if (reason === "malformed") return t("refused.malformed", { message });
  const known = KNOWN_REASONS.find((each) => each === reason);
  return t(`refused.${known ?? "other"}`);
}
