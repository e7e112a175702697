"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { MemberScope } from "@/server/domain/access/member-scope";
import { isScopeWhole, type ScopeChoices, scopeFor } from "./scope-draft";
import { ScopeFields } from "./scope-fields";

export type ScopeDialogProps = {
  member: { readonly userId: string; readonly name: string; readonly role: string };
  scope: MemberScope;
  choices: ScopeChoices;
  onClose: () => void;
};

/** Changes what a member sees. */
export function ScopeDialog({ member: { userId, name, role }, scope: before, choices, onClose }: ScopeDialogProps) {
  const t = useWords("settingsScope");
  const common = useWords("common");
  const { memberScope } = useTRPC();
  const queryClient = useQueryClient();
  const save = useMutation(memberScope.save.mutationOptions());
  const { attempt, isPending, refusal } = useAttempt();
  const [scope, setScope] = useState(() => scopeFor(role, before));
  const [isLimited, setLimited] = useState(scope.projectIds.length > 0);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isScopeWhole(role, scope)) return setProblem(t("chooseOne"));
    if (isLimited && scope.projectIds.length === 0) return setProblem(t("chooseProject"));
    const isSaved = await attempt(t("saved", { name }), () => save.mutateAsync({ userId, scope }));
    await queryClient.invalidateQueries(memberScope.list.pathFilter());
    if (isSaved) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t("title", { name })}
      description={t("about")}
      footer={
        <Button type="submit" form="member-scope" variant="primary" loading={isPending}>
          {common("save")}
        </Button>
      }
    >
      <form
        id="member-scope"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4 text-base text-ink"
      >
        {refusal ? <Banner tone="error">{refusal.message}</Banner> : null}
        <ScopeFields
          role={role}
          scope={scope}
          isLimited={isLimited}
          choices={choices}
          error={problem}
          onChange={(next, limited) => {
            setScope(next);
            setLimited(limited);
            setProblem(undefined);
          }}
        />
      </form>
    </Dialog>
  );
}
