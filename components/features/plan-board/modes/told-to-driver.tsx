"use client";
import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";
import { InspectorSection } from "../inspector/inspector-section";
import { planKeys } from "../plan-keys";

/** What the driver of a route has been told, and what a change of it will tell him. */
export function ToldToDriver({ route, board }: { route: BoardRoute; board: PlanBoard }) {
  const t = useWords("boardModes");
  const { gateway } = useBoardSession();
  const isSent = route.status !== "planned";
  const mayRead = useMay("message.read");
  const messages = useQuery({
    queryKey: planKeys.routeMessages(route.id, route.version),
    queryFn: () => gateway.listRouteMessages(route.id),
    enabled: isSent && mayRead,
  });
  if (!isSent) {
    return (
      <InspectorSection title={t("toldToDriver")}>
        <p>{t("toldNothing")}</p>
      </InspectorSection>
    );
  }
  return (
    <InspectorSection title={t("toldToDriver")}>
      <p>{t("toldLink")}</p>
      {messages.data?.length ? (
        <ul className="flex flex-col gap-2">
          {messages.data.map((message) => (
            <li key={message.id} className="flex flex-col">
              <span className="truncate">{message.recipient}</span>
              <span className="text-ink-muted text-sm">
                {t(`message.${message.status}`, {
                  channel: t(`channel.${message.channel}`),
                  when: t.format.instant(message.createdAt, board.plan.timeZone),
                })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </InspectorSection>
  );
}
