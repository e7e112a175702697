"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { formatInstant } from "@/components/lib/format";
import { browserTimeZone } from "@/components/lib/time-zones";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { authCall, authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";
import { deviceName } from "./device-name";

/** Where the person is signed in, and how to end it there. */
export function SessionList() {
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
      toast.show({ title: "Signed out there", tone: "ok" });
    } catch (error) {
      toast.show({ title: "Not signed out", description: authProblem(error), tone: "error" });
    }
    setBusy(null);
    await queryClient.invalidateQueries({ queryKey: ["sessions"] });
  }

  return (
    <SettingsSection
      title="Devices"
      description="Where you are signed in. End what you do not know, then change your password."
      actions={
        hasOthers ? (
          <Button
            loading={busy === "others"}
            onClick={() => void end("others", () => authCall(authClient.revokeOtherSessions()))}
          >
            Sign out everywhere else
          </Button>
        ) : null
      }
    >
      {sessions.error ? <Banner tone="error">{authProblem(sessions.error)}</Banner> : null}
      {sessions.isPending ? <Skeleton className="h-16 w-full" /> : null}
      <ul aria-label="Devices" className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
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
  session: { userAgent?: string | null; ipAddress?: string | null; updatedAt: Date };
  isThis: boolean;
  isBusy: boolean;
  onEnd: () => void;
};

function SessionRow({ session: { userAgent, ipAddress, updatedAt }, isThis, isBusy, onEnd }: SessionRowProps) {
  const name = deviceName(userAgent);
  const Icon = /iPhone|Android/.test(name) ? Smartphone : Monitor;
  const lastSeen = `last seen ${formatInstant(updatedAt, browserTimeZone(), "en-GB")}`;
  return (
    <li className="flex min-h-14 items-center gap-3 border-line border-b px-4 py-2 last:border-b-0 sm:px-5">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{name}</span>
          {isThis ? <Badge tone="ok">This device</Badge> : null}
        </p>
        <p className="truncate text-ink-muted">{[ipAddress, lastSeen].filter(Boolean).join(" · ")}</p>
      </div>
      {isThis ? null : (
        <Button size="sm" loading={isBusy} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </li>
  );
}
