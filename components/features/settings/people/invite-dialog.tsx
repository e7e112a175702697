"use client";
import { Copy } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useCopy } from "@/components/lib/use-copy";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/server/domain/access/permissions";
import { authProblem } from "../auth-call";
import { rolesToGive } from "./role-words";
import { invite } from "./use-people";

export type InviteDialogProps = {
  open: boolean;
  organizationId: string;
  ownRole: string;
  onInvited: () => void;
  onClose: () => void;
};

type InviteDraft = { email: string; role: Role };

/** Asks for an address and a role, then shows the link that was mailed. */
export function InviteDialog({ open, organizationId, ownRole, onInvited, onClose }: InviteDialogProps) {
  const t = useWords("settings");
  const draft = useDraft<InviteDraft>({ email: "", role: "dispatcher" });
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
    setPending(true);
    setProblem(null);
    try {
      setSent({ email, link: await invite(organizationId, email, values.role) });
      onInvited();
    } catch (error) {
      setProblem(authProblem(t, error));
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
          <InviteFields draft={draft} ownRole={ownRole} />
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

type InviteFieldsProps = { draft: ReturnType<typeof useDraft<InviteDraft>>; ownRole: string };

function InviteFields({ draft: { values, errors, set }, ownRole }: InviteFieldsProps) {
  const t = useWords("settings");
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
        options={rolesToGive(ownRole).map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={values.role}
        onValueChange={(role) => set("role", role)}
        hint={t(`roleHint.${values.role}`)}
      />
    </>
  );
}
