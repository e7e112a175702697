"use client";
import { useState } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import type { Role } from "@/server/domain/access/permissions";
import { authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";
import { InvitationList } from "./invitation-list";
import { InviteButton } from "./invite-button";
import { MemberRow } from "./member-row";
import { changeRole, type Member, removeMember, usePeople } from "./use-people";

export type PeopleSectionProps = { organizationId: string; organizationName: string; userId: string; ownRole: string };

/** Who works in the organization, as what, and who is invited. */
export function PeopleSection({ organizationId, organizationName, userId, ownRole }: PeopleSectionProps) {
  const t = useWords("settings");
  const mayManage = useMay("members.manage");
  const { members, invitations, refresh } = usePeople(organizationId, mayManage);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const toast = useToast();

  async function run(doneText: string, work: () => Promise<void>) {
    try {
      await work();
      toast.show({ title: doneText, tone: "ok" });
    } catch (error) {
      toast.show({ title: t("people.notChanged"), description: authProblem(t, error), tone: "error" });
    }
    await refresh();
  }

  async function remove(member: Member) {
    setRemoving(true);
    await run(t("people.removed", { name: member.name }), () => removeMember(organizationId, member.id));
    setRemoving(false);
    setLeaving(null);
  }

  return (
    <>
      <SettingsSection
        title={t("nav.people")}
        description={t("people.about", { organization: organizationName })}
        actions={
          mayManage ? (
            <InviteButton organizationId={organizationId} ownRole={ownRole} onInvited={() => void refresh()} />
          ) : null
        }
      >
        {members.error ? <Banner tone="error">{authProblem(t, members.error)}</Banner> : null}
        {members.isPending ? (
          <Skeleton className="h-24 w-full" />
        ) : (
          <MemberList
            members={members.data ?? []}
            userId={userId}
            ownRole={mayManage ? ownRole : "viewer"}
            onRole={(member, role) =>
              void run(t(`people.roleGiven.${role}`, { name: member.name }), () =>
                changeRole(organizationId, member.id, role),
              )
            }
            onRemove={setLeaving}
          />
        )}
      </SettingsSection>
      {mayManage && invitations.data?.length ? (
        <InvitationList
          invitations={invitations.data}
          organizationId={organizationId}
          onChanged={() => void refresh()}
        />
      ) : null}
      <RemoveMember
        member={leaving}
        isPending={isRemoving}
        onCancel={() => setLeaving(null)}
        onConfirm={(member) => void remove(member)}
      />
    </>
  );
}

type MemberListProps = {
  members: readonly Member[];
  userId: string;
  ownRole: string;
  onRole: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
};

function MemberList({ members, userId, ownRole, onRole, onRemove }: MemberListProps) {
  const t = useWords("settings");
  return (
    <ul aria-label={t("people.members")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
      {members.map((member) => (
        <MemberRow
          key={member.id}
          member={member}
          isYou={member.userId === userId}
          ownRole={ownRole}
          onRole={(role) => onRole(member, role)}
          onRemove={() => onRemove(member)}
        />
      ))}
    </ul>
  );
}

type RemoveMemberProps = {
  member: Member | null;
  isPending: boolean;
  onCancel: () => void;
  onConfirm: (member: Member) => void;
};

function RemoveMember({ member, isPending, onCancel, onConfirm }: RemoveMemberProps) {
  const common = useWords("common");
  const t = useWords("settings");
  return (
    <AlertDialog
      open={member !== null}
      onOpenChange={(next) => !next && onCancel()}
      title={t("people.removeTitle", { name: member?.name ?? "" })}
      description={t("people.removeAbout")}
      confirmLabel={common("remove")}
      tone="danger"
      pending={isPending}
      onConfirm={() => member && onConfirm(member)}
    />
  );
}
