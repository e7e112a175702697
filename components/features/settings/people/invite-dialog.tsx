"use client";
import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useCopy } from "@/components/lib/use-copy";
import { useDraft } from "@/components/lib/use-draft";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { type MemberScope, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { isRole } from "@/server/domain/access/permissions";
import { permissionsOfAny, roleLabel, rolesToGive } from "./role-words";
import { isScopeWhole, scopeFor, scopeKind } from "./scope-draft";
import { ScopeFields } from "./scope-fields";
import type { Giving } from "./use-people";

export type InviteDialogProps = {
  open: boolean;
  giving: Giving;
  onInvited: () => void;
  onClose: () => void;
};

type InviteDraft = { email: string; role: string; scope: MemberScope; isLimited: boolean };
const NOBODY: InviteDraft = { email: "", role: "dispatcher", scope: WHOLE_SCOPE, isLimited: false };

/** A dispatcher, who is invited most; else the last of the roles that may be given. */
function firstRole({ viewer, ownRoles }: Giving): string {
  const roles = rolesToGive(viewer, ownRoles);
  return roles.includes(NOBODY.role) ? NOBODY.role : (roles.at(-1) ?? NOBODY.role);
}

/** Asks for an address and a role, then shows the link that was mailed. */
export function InviteDialog({ open, giving, onInvited, onClose }: InviteDialogProps) {
  const t = useWords("settings");
  const scoped = useWords("settingsScope");
  const { member } = useTRPCClient();
  const refusalOf = useRefusalOf();
  const draft = useDraft<InviteDraft>({ ...NOBODY, role: firstRole(giving) });
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState<{ email: string; link: string } | null>(null);
  const { values } = draft;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const email = values.email.trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      return draft.complain({ email: t("invite.wrongEmail") });
    }
    const scope = scopeFor(values.role, values.scope);
    if (!isScopeWhole(values.role, scope)) return draft.complain({ scope: scoped("chooseOne") });
    if (isMissingPlace(values)) return draft.complain({ scope: scoped("chooseProject") });
    setPending(true);
    setProblem(null);
    try {
      setSent(await member.invite.mutate({ email, role: values.role, scope }));
      onInvited();
    } catch (error) {
      setProblem(refusalOf(error).message);
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t(sent ? "invite.sentTitle" : "invite.title")}
      description={sent ? undefined : t("invite.about")}
      footer={
        sent ? (
          <Button variant="primary" onClick={onClose}>
            {t("invite.done")}
          </Button>
        ) : (
          <Button type="submit" form="invite" variant="primary" loading={isPending}>
            {t("invite.send")}
          </Button>
        )
      }
    >
      {sent ? (
        <InvitationLink {...sent} />
      ) : (
        <form
          ref={draft.form}
          id="invite"
          noValidate
          onSubmit={(event) => void submit(event)}
          className="flex flex-col gap-4"
        >
          {problem ? <Banner tone="error">{problem}</Banner> : null}
          <InviteFields draft={draft} giving={giving} />
        </form>
      )}
    </Dialog>
  );
}

/** The link itself, for where no mail leaves the machine. */
function InvitationLink({ email, link }: { email: string; link: string }) {
  const t = useWords("settings");
  const copy = useCopy();
  return (
    <div className="flex flex-col gap-3">
      <p>{t.rich("invite.onItsWay", { email, b: (words) => <strong className="font-medium">{words}</strong> })}</p>
      <p className="select-all break-all rounded-md border border-line bg-surface p-3 font-mono text-sm">{link}</p>
      <Button className="self-start" icon={<Copy />} onClick={() => void copy(link, t("invite.link"))}>
        {t("invite.copyLink")}
      </Button>
    </div>
  );
}

type InviteFieldsProps = { draft: ReturnType<typeof useDraft<InviteDraft>>; giving: Giving };

/** Some places only, and none is chosen. */
function isMissingPlace({ role, isLimited, scope }: InviteDraft): boolean {
  return scopeKind(role) === "places" && isLimited && scope.projectIds.length === 0;
}

function InviteFields({ draft: { values, errors, set }, giving: { viewer, ownRoles } }: InviteFieldsProps) {
  const t = useWords("settings");
  const { role } = values;
  const hint = isRole(role) ? t(`roleHint.${role}`) : ownRoles.find((own) => own.role === role)?.description;
  const seesAll = scopeKind(role, permissionsOfAny(role, ownRoles)) === "whole";
  const { data: choices } = useQuery(useTRPC().memberScope.choices.queryOptions({}));
  return (
    <>
      <TextField
        label={t("invite.email")}
        type="email"
        inputMode="email"
        autoComplete="off"
        required
        value={values.email}
        onValueChange={(email) => set("email", email)}
        error={errors.email}
      />
      <Select
        label={t("people.role")}
        options={rolesToGive(viewer, ownRoles).map((each) => ({ value: each, label: roleLabel(t, each) }))}
        value={role}
        onValueChange={(next) => {
          set("role", next);
          // Whoever manages people sees everything.
          if (scopeKind(next, permissionsOfAny(next, ownRoles)) !== "whole") return;
          set("scope", WHOLE_SCOPE);
          set("isLimited", false);
        }}
        hint={hint || undefined}
      />
      {choices && !seesAll ? (
        <ScopeFields
          role={role}
          scope={values.scope}
          isLimited={values.isLimited}
          choices={choices}
          error={errors.scope}
          onChange={(scope, isLimited) => {
            set("scope", scope);
            set("isLimited", isLimited);
          }}
        />
      ) : null}
    </>
  );
}
