"use client";
import { type ReactNode, useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { SettingsSection } from "../settings-section";
import { InvitationList } from "./invitation-list";
import { InviteButton } from "./invite-button";
import { type MemberAct, MemberRow } from "./member-row";
import { MemberSessions } from "./member-sessions";
import { RequireSection } from "./require-section";
import { roleLabel } from "./role-words";
import { type Member, usePeople } from "./use-people";

export type PeopleSectionProps = { organizationName: string; userId: string; ownRole: string };

/** Who works in the organization, as what, how they sign in, and who is invited. */
export function PeopleSection({ organizationName, userId, ownRole }: PeopleSectionProps) {
  const t = useWords("settings");
  const mayManage = useMay("members.manage");
  const refusalOf = useRefusalOf();
  const { members, giving, invitations, refresh } = usePeople(ownRole, mayManage);
  const { giveRole, asked, ask, dialog } = useMemberActs(refresh);
  const list = members.data?.members ?? [];
  return (
    <>
      <SettingsSection
        title={t("nav.people")}
        description={t("people.about", { organization: organizationName })}
        actions={mayManage ? <InviteButton giving={giving} onInvited={() => void refresh()} /> : null}
      >
        {members.error ? <Banner tone="error">{refusalOf(members.error).message}</Banner> : null}
        {members.isPending ? <Skeleton className="h-24 w-full" /> : null}
        <ul aria-label={t("people.members")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
          {list.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isYou={member.userId === userId}
              mayManage={mayManage}
              giving={giving}
              onRole={(role) => void giveRole(member, role)}
              onAct={(act) => ask(member, act)}
            />
          ))}
        </ul>
      </SettingsSection>
      {mayManage && invitations.data?.length ? (
        <InvitationList invitations={invitations.data} giving={giving} onChanged={() => void refresh()} />
      ) : null}
      {mayManage && members.data ? (
        <RequireSection
          isRequired={members.data.requiresSecondFactor}
          lacking={list.filter(({ access }) => access && !access.hasSecondFactor && access.passkeys === 0).length}
          isOwner={ownRole === "owner"}
          onChanged={refresh}
        />
      ) : null}
      {asked?.act === "devices" ? (
        <MemberSessions
          member={asked.member}
          mayEnd
          onEnded={() => void refresh()}
          onClose={() => ask(asked.member, null)}
        />
      ) : null}
      {dialog}
    </>
  );
}

interface Asked {
  readonly member: Member;
  readonly act: MemberAct | null;
}

/** What is done to members, each with its question first where it cannot be taken back. */
function useMemberActs(refresh: () => Promise<void>) {
  const t = useWords("settingsPeople");
  const settings = useWords("settings");
  const client = useTRPCClient();
  const toast = useToast();
  const refusalToast = useRefusalToast();
  // The member stays named while the dialog goes out.
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isPending, setPending] = useState(false);

  async function run(done: string, work: () => Promise<unknown>) {
    setPending(true);
    try {
      await work();
      toast.show({ title: done, tone: "ok" });
    } catch (error) {
      refusalToast(settings("people.notChanged"), error);
    }
    await refresh();
    setPending(false);
    setAsked((current) => current && { ...current, act: null });
  }

  const { member, act } = asked ?? {};
  const name = member?.name ?? "";
  const close = (next: boolean) => !next && setAsked((current) => current && { ...current, act: null });
  const memberId = member?.id ?? "";
  const dialog: ReactNode = (
    <>
      <AlertDialog
        open={act === "remove"}
        onOpenChange={close}
        title={settings("people.removeTitle", { name })}
        description={settings("people.removeAbout")}
        confirmLabel={t("remove")}
        tone="danger"
        pending={isPending}
        onConfirm={() =>
          void run(settings("people.removed", { name }), () => client.member.remove.mutate({ memberId }))
        }
      />
      <AlertDialog
        open={act === "reset-factor"}
        onOpenChange={close}
        title={t("resetTitle", { name })}
        description={t("resetAbout")}
        confirmLabel={t("resetFactor")}
        tone="danger"
        pending={isPending}
        onConfirm={() => void run(t("reset", { name }), () => client.member.resetSecondFactor.mutate({ memberId }))}
      />
    </>
  );
  return {
    asked,
    dialog,
    ask: (of: Member, next: MemberAct | null) => setAsked({ member: of, act: next }),
    giveRole: (of: Member, role: string) =>
      run(t("changed", { name: of.name, role: roleLabel(settings, role) }), () =>
        client.member.changeRole.mutate({ memberId: of.id, role }),
      ),
  };
}
