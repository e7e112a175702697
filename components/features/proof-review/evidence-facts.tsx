"use client";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { metersFromAddress } from "@/server/domain/proof/evidence-flags";
import type { VisitEvidence } from "@/server/domain/proof/visit-evidence";
import { DistanceDrawing } from "./distance-drawing";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_1fr] gap-2 py-1">
      <dt className="text-ink-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** Who received what, when and where, as the driver and his device say. */
export function EvidenceFacts({ evidence }: { evidence: VisitEvidence }) {
  const t = useWords("proofReview");
  const outcomes = useWords("outcomes");
  const { completion, timeZone } = evidence;
  const when = (ms: number) => t.format.instant(ms, timeZone);
  const position = completion.position ?? evidence.proofs.find((proof) => proof.position)?.position ?? null;
  const meters = metersFromAddress(evidence.address, position);
  return (
    <dl>
      <Fact label={t("outcome")}>
        {[
          t(`outcome.${completion.outcome}`),
          ...(completion.reason ? [outcomes(`reason.${completion.reason}`)] : []),
        ].join(", ")}
      </Fact>
      {completion.recipientName ? <Fact label={t("recipient")}>{completion.recipientName}</Fact> : null}
      {completion.note ? <Fact label={t("note")}>{completion.note}</Fact> : null}
      <Fact label={t("driver")}>
        {evidence.driverName}, {t("route", { number: String(evidence.routeNumber) })}
      </Fact>
      {evidence.arrivedAtMs === null ? null : <Fact label={t("arrived")}>{when(evidence.arrivedAtMs)}</Fact>}
      <Fact label={t("completed")}>{when(completion.atMs)}</Fact>
      {evidence.receivedAtMs === null ? null : <Fact label={t("received")}>{when(evidence.receivedAtMs)}</Fact>}
      {evidence.tasks.length > 0 ? (
        <Fact label={t("answers")}>
          <Answers evidence={evidence} />
        </Fact>
      ) : null}
      <Fact label={t("where")}>
        {evidence.address && position && meters !== null ? (
          <span className="flex items-center gap-3">
            <DistanceDrawing
              address={evidence.address}
              position={position}
              accuracyMeters={position.accuracyMeters ?? 0}
              distanceMeters={meters}
            />
            <span>
              {t("fromAddress", { distance: t.format.distance(meters) })}
              {position.accuracyMeters === undefined ? null : (
                <span className="block text-ink-muted text-sm">
                  {t("accuracy", { distance: t.format.distance(position.accuracyMeters) })}
                </span>
              )}
            </span>
          </span>
        ) : (
          t("placeUnknown")
        )}
      </Fact>
    </dl>
  );
}

/** Scans, ticks and words, task by task. Pictures are looked at, not listed. */
function Answers({ evidence: { tasks, completion } }: { evidence: VisitEvidence }) {
  const t = useWords("proofReview");
  const common = useWords("common");
  const said = (value: string | number | boolean | undefined) => {
    if (value === undefined || value === "") return t("unanswered");
    return typeof value === "boolean" ? common(value ? "yes" : "no") : String(value);
  };
  const asked = tasks
    .map((task, index) => ({ task, index }))
    .filter(({ task }) => task.kind !== "photo" && task.kind !== "signature");
  return (
    <ul>
      {asked.map(({ task, index }) => (
        <li key={index}>
          {task.label}: {said(completion.answers.find((each) => each.task === index)?.value)}
        </li>
      ))}
    </ul>
  );
}
