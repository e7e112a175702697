"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Hand, Hash, LinkIcon, Mail, Plug, Smartphone } from "lucide-react";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { requestTrackingLink } from "./link-requests";
import type { CustomerDoor, DoorLink } from "./use-customer";

const ICONS = { email: Mail, sms: Smartphone, api: Hand, form: Hash, program: Plug };

/** The links that open a door's page, who looked, and the ways to make one and to shut them. */
export function DoorLinks({ deliveryId, door, zone }: { deliveryId: string; door: CustomerDoor; zone: string }) {
  const t = useWords("customer");
  const mayWrite = useMay("order.write");
  const { visitId } = door;
  const withdraw = useWithdraw(deliveryId);
  const open = door.links.filter(({ opens }) => opens !== "none");
  const closed = door.links.length - open.length;
  return (
    <div className="flex flex-col gap-2">
      {open.length === 0 ? <p className="text-ink-muted">{t("noLinks")}</p> : null}
      <ul aria-label={t("links")} className="flex flex-col gap-1.5 empty:hidden">
        {open.map((link) => (
          <LinkLine
            key={link.id}
            link={link}
            zone={zone}
            onWithdraw={mayWrite ? () => withdraw({ visitId, linkId: link.id }) : undefined}
          />
        ))}
      </ul>
      {closed > 0 ? <p className="text-ink-muted text-sm">{t("closedLinks", { count: closed })}</p> : null}
      {mayWrite ? (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            icon={<LinkIcon aria-hidden="true" />}
            onClick={() => requestTrackingLink({ deliveryId, visitId, zone })}
          >
            {t("copyLink")}
          </Button>
          {open.length > 1 ? (
            <Button size="sm" variant="ghost" onClick={() => withdraw({ visitId })}>
              {t("withdrawAll")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type LinkLineProps = { link: DoorLink; zone: string; onWithdraw?: () => void };

function LinkLine({ link, zone, onWithdraw }: LinkLineProps) {
  const t = useWords("customer");
  const Icon = ICONS[link.channel];
  const channel = t(`channel.${link.channel}`);
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        {channel}
        {link.opens === "status" ? <span className="text-ink-muted"> · {t("opens.status")}</span> : null}
        <span className="block text-pretty text-ink-muted text-sm tabular-nums">{describeLink(t, link, zone)}</span>
      </span>
      {onWithdraw ? (
        <Button size="sm" variant="ghost" aria-label={t("withdrawLink", { channel })} onClick={onWithdraw}>
          {t("withdraw")}
        </Button>
      ) : null}
    </li>
  );
}

/** When a link was made, and how often it was looked at: "made 09:10 · opened twice, last 09:40". */
export function describeLink(t: Words<"customer">, link: DoorLink, zone: string): string {
  const { createdAtMs, views: count, seenAtMs } = link;
  const when = seenAtMs === null ? "" : t.format.instant(seenAtMs, zone);
  return `${t("linkMade", { when: t.format.instant(createdAtMs, zone) })} · ${t("linkViews", { count, when })}`;
}

function useWithdraw(deliveryId: string) {
  const t = useWords("customer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const { mutate } = useMutation(
    trpc.customer.withdrawLinks.mutationOptions({
      onSuccess: ({ withdrawn }) => toast.show({ title: t("withdrawDone", { count: withdrawn }), tone: "ok" }),
      onError: (error) => refuse(t("withdrawFailed"), error),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.customer.read.queryKey({ deliveryId }) }),
    }),
  );
  return mutate;
}
