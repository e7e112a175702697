"use client";
import { Send, X } from "lucide-react";
import { useState } from "react";
import { formatInstant } from "@/components/lib/format";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useCopy } from "@/components/lib/use-copy";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";
import { isRole, roleLabel } from "./role-words";
import { type Invitation, invite, takeBackInvitation } from "./use-people";

export type InvitationListProps = {
  invitations: readonly Invitation[];
  organizationId: string;
  onChanged: () => void;
};

/** Who has not answered yet. */
export function InvitationList({ invitations, organizationId, onChanged }: InvitationListProps) {
  const toast = useToast();
  const copy = useCopy();
  const [busyId, setBusyId] = useState<string | null>(null);

  async function run(invitation: Invitation, work: () => Promise<unknown>) {
    setBusyId(invitation.id);
    try {
      await work();
    } catch (error) {
      toast.show({ title: "Not done", description: authProblem(error), tone: "error" });
    }
    setBusyId(null);
    onChanged();
  }

  async function sendAgain({ email, role }: Invitation) {
    const link = await invite(organizationId, email, isRole(role) ? role : "viewer");
    toast.show({
      title: `Sent to ${email} again`,
      tone: "ok",
      action: { label: "Copy link", onClick: () => void copy(link, "Link") },
    });
  }

  return (
    <SettingsSection title="Open invitations">
      <ul aria-label="Open invitations" className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2 last:border-b-0 sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-40">
              <p className="truncate font-medium">{invitation.email}</p>
              <p className="text-ink-muted">
                {roleLabel(invitation.role)} · until {formatInstant(invitation.expiresAt, browserTimeZone(), "en-GB")}
              </p>
            </div>
            <Button
              size="sm"
              icon={<Send />}
              loading={busyId === invitation.id}
              onClick={() => void run(invitation, () => sendAgain(invitation))}
            >
              Send again
            </Button>
            <IconButton
              label={`Take back the invitation of ${invitation.email}`}
              icon={<X />}
              disabled={busyId === invitation.id}
              onClick={() => void run(invitation, () => takeBackInvitation(invitation.id))}
            />
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
