"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { deviceName } from "@/components/lib/device-name";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { readSignedInBy } from "@/server/domain/access/signed-in-by";
import { authCall, authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";

/** Where the person is signed in, and how to end it there. */
export function SessionList() {
  const t = useWords("settings");
  const queryClient = useQueryClient();
  const toast = useToast();
  const own = authClient.useSession();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: () => authCall(authClient.listSessions()),
    retry: false,
  });
  const [busy, setBusy] = useState<string | null>(null);
  const ownToken = own.data?.session.token;
  const list = [...(sessions.data ?? [])].sort((left, right) => +new Date(right.updatedAt) - +new Date(left.updatedAt));
  const hasOthers = list.some(({ token }) => token !== ownToken);

  async function end(name: string, work: () => Promise<unknown>) {
    setBusy(name);
    try {
      await work();
      toast.show({ title: t("devices.signedOut"), tone: "ok" });
    } catch (error) {
      toast.show({ title: t("devices.notSignedOut"), description: authProblem(t, error), tone: "error" });
    }
    setBusy(null);
    await queryClient.invalidateQueries({ queryKey: ["sessions"] });
  }

  return (
    <SettingsSection
      title={t("devices.title")}
      description={t("devices.about")}
      actions={
        hasOthers ? (
          <Button
            loading={busy === "others"}
            onClick={() => void end("others", () => authCall(authClient.revokeOtherSessions()))}
          >
            {t("devices.signOutOthers")}
          </Button>
        ) : null
      }
    >
      {sessions.error ? <Banner tone="error">{authProblem(t, sessions.error)}</Banner> : null}
      {sessions.isPending ? <Skeleton className="h-16 w-full" /> : null}
      <ul aria-label={t("devices.title")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
        {list.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isThis={session.token === ownToken}
            isBusy={busy === session.id}
            onEnd={() => void end(session.id, () => authCall(authClient.revokeSession({ token: session.token })))}
          />
        ))}
      </ul>
    </SettingsSection>
  );
}

type SessionRowProps = {
  session: { userAgent?: string | null; ipAddress?: string | null; updatedAt: Date; signedInBy?: unknown };
  isThis: boolean;
  isBusy: boolean;
  onEnd: () => void;
};

function SessionRow({
  session: { userAgent, ipAddress, updatedAt, signedInBy },
  isThis,
  isBusy,
  onEnd,
}: SessionRowProps) {
  const t = useWords("settings");
  const name = deviceName(t, userAgent);
  const by = readSignedInBy(signedInBy);
  const Icon = /iPhone|Android/.test(userAgent ?? "") ? Smartphone : Monitor;
  const lastSeen = t("devices.lastSeen", { time: t.format.instant(updatedAt, browserTimeZone()) });
  return (
    <li className="flex min-h-14 items-center gap-3 border-line border-b px-4 py-2 last:border-b-0 sm:px-5">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{name}</span>
          {isThis ? <Badge tone="ok">{t("devices.this")}</Badge> : null}
        </p>
        <p className="truncate text-ink-muted">
          {[ipAddress, lastSeen, by && t(`devices.by.${by}`)].filter(Boolean).join(" · ")}
        </p>
      </div>
      {isThis ? null : (
        <Button size="sm" loading={isBusy} onClick={onEnd}>
          {t("devices.signOut")}
        </Button>
      )}
    </li>
  );
}
