"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DeliveryBlock } from "./delivery-block";
import type { ToSay } from "./say-dialog";
import type { AssignedDelivery, Assignment } from "./use-assignments";

export type AssignmentCardProps = { assignment: Assignment; onSay: (toSay: ToSay) => void };

/** One assignment: a delivery that was handed over, or a route of one of the partner's drivers with its deliveries. */
export function AssignmentCard({ assignment, onSay }: AssignmentCardProps) {
  const t = useWords("partnerDesk");
  const { id, kind, stage, date, deliveries, status } = assignment;
  const title = titleOf(t, assignment);
  const say = (word: ToSay["word"], delivery?: AssignedDelivery) =>
    onSay({
      assignmentId: id,
      word,
      title: delivery ? nameOf(delivery) : title,
      ...(kind === "route" && delivery && { deliveryId: delivery.id }),
    });
  return (
    <li aria-label={title} className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3">
        <h2 className="min-w-0 flex-1 basis-48 truncate font-semibold">{title}</h2>
        <span className="text-ink-muted">{date ? t.format.date(date, "medium") : t("noDay")}</span>
        <Badge>{t(`status.${status}`)}</Badge>
      </div>
      {deliveries.length === 0 ? <p className="px-4 py-3 text-ink-muted">{t("notYours")}</p> : null}
      <ul className="divide-y divide-line">
        {deliveries.map((delivery) => (
          <DeliveryBlock
            key={delivery.id}
            delivery={delivery}
            isOnRoute={kind === "route"}
            mayReport={stage === "open"}
            onSay={(word) => say(word, delivery)}
          />
        ))}
      </ul>
      {stage === "waiting" ? (
        <div className="flex flex-wrap gap-2 border-line border-t px-4 py-3">
          <Button variant="primary" onClick={() => say("accepted")}>
            {t("accept")}
          </Button>
          <Button onClick={() => say("declined")}>{t("decline")}</Button>
        </div>
      ) : null}
    </li>
  );
}

const nameOf = ({ externalId, doors }: AssignedDelivery) => externalId || doors.at(-1)?.name || "";

function titleOf(
  t: ReturnType<typeof useWords<"partnerDesk">>,
  { kind, routeNumber, driverName, deliveries }: Assignment,
) {
  if (kind === "route") return t("route", { number: routeNumber ?? 0, driver: driverName ?? "" });
  const name = deliveries[0] ? nameOf(deliveries[0]) : "";
  return name ? t("delivery", { name }) : t("aDelivery");
}
