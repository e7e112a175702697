"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { deviceName } from "@/components/lib/device-name";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import type { Member } from "./use-people";

export type MemberSessionsProps = { member: Member; mayEnd: boolean; onEnded: () => void; onClose: () => void };

/** Where a member is signed in and working here, and how to end it. */
export function MemberSessions({ member, mayEnd, onEnded, onClose }: MemberSessionsProps) {
  const t = useWords("settingsPeople");
  const settings = useWords("settings");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const toast = useToast();
  const refusalToast = useRefusalToast();
  const refusalOf = useRefusalOf();
  const sessions = useQuery(trpc.member.sessions.queryOptions({ memberId: member.id }));
  const [busy, setBusy] = useState<string | null>(null);
  const list = sessions.data ?? [];

  async function end(sessionId: string | null) {
    setBusy(sessionId ?? "all");
    try {
      await client.member.endSessions.mutate({ memberId: member.id, sessionId });
      toast.show({ title: t("signedOut", { name: member.name }), tone: "ok" });
    } catch (error) {
      refusalToast(t("notDone"), error);
    }
    setBusy(null);
    await sessions.refetch();
    onEnded();
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t("devicesOf", { name: member.name })}
      description={t("devicesAbout")}
      footer={
        mayEnd && list.length > 1 ? (
          <Button loading={busy === "all"} onClick={() => void end(null)}>
            {t("signOutAll")}
          </Button>
        ) : undefined
      }
    >
      {sessions.error ? <Banner tone="error">{refusalOf(sessions.error).message}</Banner> : null}
      {sessions.isPending ? <Skeleton className="h-12 w-full" /> : null}
      {sessions.data && list.length === 0 ? <p className="text-ink-muted">{t("noDevices")}</p> : null}
      <ul aria-label={t("showDevices")} className="flex flex-col">
        {list.map(({ id, userAgent, address, lastSeenAt, signedInBy }) => (
          <li key={id} className="flex min-h-12 items-center gap-3 border-line border-b py-2 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{deviceName(settings, userAgent)}</p>
              <p className="truncate text-ink-muted">
                {[
                  address,
                  t("seen", { time: t.format.instant(lastSeenAt, browserTimeZone()) }),
                  signedInBy && settings(`devices.by.${signedInBy}`),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {mayEnd ? (
              <Button size="sm" loading={busy === id} onClick={() => void end(id)}>
                {t("signOut")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
