"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Skeleton } from "@/components/ui/skeleton";
import { eventDetail, eventTitle } from "./describe-event";

/** What happened to the order, newest first, and who did it. */
export function OrderTimeline({ orderId, zone }: { orderId: string; zone: string }) {
  const t = useWords("orders");
  const events = useWords("events");
  const trpc = useTRPC();
  const timeline = useQuery(trpc.event.timeline.queryOptions({ entity: "delivery", entityId: orderId, limit: 50 }));
  if (timeline.isPending) return <Skeleton className="h-16 w-full" />;
  const history = timeline.data ?? [];
  if (history.length === 0) return <p className="text-ink-muted">{t("historyNone")}</p>;
  return (
    <ol aria-label={t("history")} className="flex flex-col">
      {history.map((event) => {
        const detail = eventDetail(t, event);
        return (
          <li key={event.seq} className="relative border-line border-l pb-3 pl-4 last:pb-0">
            <span aria-hidden="true" className="absolute top-1.5 -left-1 size-2 rounded-full bg-line-control" />
            <p>
              <span className="font-medium">{eventTitle({ orders: t, events }, event)}</span>
              {detail ? <span className="text-ink-muted"> · {detail}</span> : null}
            </p>
            <p className="text-ink-muted text-sm">
              <time dateTime={event.occurredAt.toISOString()}>{t.format.instant(event.occurredAt, zone)}</time>
              {event.actorLabel ? ` · ${event.actorLabel}` : ""}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
