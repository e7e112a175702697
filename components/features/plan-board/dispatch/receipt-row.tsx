"use client";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, CircleDashed, MailOpen } from "lucide-react";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTheme } from "@/components/lib/theme";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useBoard, useBoardSession } from "../board-context";
import { newMutationId } from "../board-state/mutation-id";
import { useRouteLook } from "../route-looks";
import type { DispatchReceipt } from "./dispatch-receipt";
import type { DispatchRow } from "./dispatch-rows";

type LinkReceipt = RouterOutput["plan"]["receipts"][number];
type MessageStatus = LinkReceipt["messages"][number]["status"];

const tones: Record<MessageStatus, Tone> = {
  queued: "neutral",
  sending: "neutral",
  sent: "ok",
  kept: "info",
  failed: "alert",
  unknown: "warn",
};

export interface ReceiptRowProps {
  readonly row: DispatchRow;
  /** Newest first. */
  readonly links: readonly LinkReceipt[];
  /** Why the dispatch just made left it out. */
  readonly refusal: DispatchReceipt["refusal"];
}

/** One route's receipt. */
export function ReceiptRow({ row, links, refusal }: ReceiptRowProps) {
  const t = useWords("boardDispatch");
  const theme = useTheme();
  const { route } = row;
  const look = useRouteLook(route.id);
  const current = links.find((link) => link.isCurrent);
  const isOut = route.status !== "planned";
  return (
    <li
      data-route-number={route.number}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 tabular-nums"
    >
      <RouteSwatch number={String(route.number)} {...look} theme={theme} />
      <span className="min-w-0 flex-1 basis-44">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-medium">{route.driver.name}</span>
          <RouteState isOut={isOut} isRefused={refusal !== null && !isOut} />
        </span>
        <span className="block truncate text-ink-muted text-sm">
          {isOut ? <SentLine link={current} count={links.length} /> : t(`refusal.${refusal ?? unsentReason(row)}`)}
        </span>
      </span>
      {current ? <Messages link={current} /> : null}
      {isOut ? <Resend row={row} /> : null}
    </li>
  );
}

function unsentReason({ channels }: DispatchRow): "no-contact" | "not-sent" {
  return channels.length === 0 ? "no-contact" : "not-sent";
}

function RouteState({ isOut, isRefused }: { isOut: boolean; isRefused: boolean }) {
  const t = useWords("boardDispatch");
  if (isOut) return <CircleCheck className="size-4 shrink-0 text-ok" role="img" aria-label={t("receipts.sent")} />;
  const Icon = isRefused ? CircleAlert : CircleDashed;
  const label = isRefused ? t("receipts.refused") : t("receipts.notSent");
  return <Icon className={isRefused ? "size-4 text-alert" : "size-4 text-ink-muted"} role="img" aria-label={label} />;
}

function SentLine({ link, count }: { link: LinkReceipt | undefined; count: number }) {
  const t = useWords("boardDispatch");
  const { board } = useBoard();
  if (!link) return t("receipts.noLink");
  const moment = t.format.instant(link.sentAt, board.plan.timeZone);
  return count > 1 ? t("receipts.resentAt", { moment, times: count }) : t("receipts.sentAt", { moment });
}

function Messages({ link }: { link: LinkReceipt }) {
  const t = useWords("boardDispatch");
  const { board } = useBoard();
  return (
    <span className="flex flex-wrap items-center justify-end gap-1">
      {link.messages.map((message) => (
        <span key={message.id} title={[message.recipient, message.failure].filter(Boolean).join(": ")}>
          <Badge tone={tones[message.status]}>
            {t(`channel.${message.channel}`)} · {t(`message.${message.status}`)}
          </Badge>
        </span>
      ))}
      {link.openedAt ? (
        <span title={t.format.instant(link.openedAt, board.plan.timeZone)}>
          <Badge tone="ok" icon={<MailOpen aria-hidden="true" />}>
            {t("receipts.opened", { time: t.format.clock(link.openedAt, board.plan.timeZone) })}
          </Badge>
        </span>
      ) : (
        <Badge>{t("receipts.notOpened")}</Badge>
      )}
    </span>
  );
}

function Resend({ row: { route, channels } }: { row: DispatchRow }) {
  const t = useWords("boardDispatch");
  const { planId, canDispatch } = useBoardSession();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const [isPending, setPending] = useState(false);
  if (!canDispatch || route.status === "finished") return null;
  const resend = () => {
    setPending(true);
    client.plan.resendLink
      .mutate({ planId, mutationId: newMutationId(), routeId: route.id, channels: [...channels] })
      .then(() => {
        toast.show({
          tone: "ok",
          title: t("resend.done", { name: route.driver.name }),
          description: t("resend.oldLink"),
        });
        return queries.invalidateQueries({ queryKey: trpc.plan.receipts.pathKey() });
      })
      .catch((error: unknown) => refuse(t("resend.failed"), error))
      .finally(() => setPending(false));
  };
  return (
    <Button
      size="sm"
      loading={isPending}
      disabled={channels.length === 0}
      aria-label={t("resend.route", { number: String(route.number) })}
      onClick={resend}
    >
      {t("resend.button")}
    </Button>
  );
}
