"use client";
import { useQuery } from "@tanstack/react-query";
import { Send, X } from "lucide-react";
import { useState } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useCopy } from "@/components/lib/use-copy";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { SettingsSection } from "../settings-section";
import { mayChangeMember, roleLabel, rolesToGive } from "./role-words";
import { sayLimits } from "./scope-draft";
import type { Giving, Invitation } from "./use-people";

export type InvitationListProps = {
  invitations: readonly Invitation[];
  giving: Giving;
  onChanged: () => void;
};

/** Who has not answered yet. */
export function InvitationList({ invitations, giving: { viewer, ownRoles }, onChanged }: InvitationListProps) {
  const t = useWords("settings");
  const toast = useToast();
  const refusalToast = useRefusalToast();
  const { member } = useTRPCClient();
  const copy = useCopy();
  const [busyId, setBusyId] = useState<string | null>(null);
  // A role that is gone is given by nobody; what may more than the viewer is not his to take back either.
  const mayGive = (role: string) => rolesToGive(viewer, ownRoles).includes(role);

  async function run(invitation: Invitation, work: () => Promise<unknown>) {
    setBusyId(invitation.id);
    try {
      await work();
    } catch (error) {
      refusalToast(t("invite.notDone"), error);
    }
    setBusyId(null);
    onChanged();
  }

  async function sendAgain({ email, role, scope }: Invitation) {
    const { link } = await member.invite.mutate({ email, role, scope });
    toast.show({
      title: t("invite.sentAgain", { email }),
      tone: "ok",
      action: { label: t("invite.copyLink"), onClick: () => void copy(link, t("invite.link")) },
    });
  }

  return (
    <SettingsSection title={t("invite.list")}>
      <ul aria-label={t("invite.list")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2 last:border-b-0 sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-40">
              <p className="truncate font-medium">{invitation.email}</p>
              <p className="text-ink-muted">
                {roleLabel(t, invitation.role)} · <Until expiresAt={invitation.expiresAt} />
              </p>
              <Limits {...invitation} />
            </div>
            {mayGive(invitation.role) ? (
              <Button
                size="sm"
                icon={<Send />}
                loading={busyId === invitation.id}
                onClick={() => void run(invitation, () => sendAgain(invitation))}
              >
                {t("invite.again")}
              </Button>
            ) : null}
            {mayChangeMember(viewer, invitation.role, ownRoles) ? (
              <IconButton
                label={t("invite.takeBack", { email: invitation.email })}
                icon={<X />}
                disabled={busyId === invitation.id}
                onClick={() => void run(invitation, () => member.withdrawInvitation.mutate({ id: invitation.id }))}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}

/** What they are to be let in to, where that is not everything. */
function Limits({ role, scope }: Invitation) {
  const t = useWords("settingsScope");
  const { data: choices } = useQuery(useTRPC().memberScope.choices.queryOptions({}));
  const limits = scope && choices && sayLimits(t, role, scope, choices);
  return limits ? <p className="text-ink-muted text-sm">{limits}</p> : null;
}

/** Until when the link is good, or since when it is not. */
function Until({ expiresAt }: { expiresAt: Date }) {
  const t = useWords("settings");
  const people = useWords("settingsPeople");
  const time = t.format.instant(expiresAt, browserTimeZone());
  if (expiresAt > new Date()) return t("invite.until", { time });
  return <span className="text-warn">{people("expired", { time })}</span>;
}
