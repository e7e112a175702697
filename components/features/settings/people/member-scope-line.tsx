"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { ScopeDialog } from "./scope-dialog";
import { sayScope, saySees, scopeKind } from "./scope-draft";

export type MemberScopeLineProps = {
  member: { readonly userId: string; readonly name: string; readonly role: string };
  /** Nobody changes their own. */
  mayChange: boolean;
};

/** What a member sees, for those who manage people; and the way to change it. */
export function MemberScopeLine(props: MemberScopeLineProps) {
  return useMay("members.manage") && scopeKind(props.member.role) !== "whole" ? <Line {...props} /> : null;
}

function Line({ member, mayChange }: MemberScopeLineProps) {
  const t = useWords("settingsScope");
  const trpc = useTRPC();
  const { data: scopes } = useQuery(trpc.memberScope.list.queryOptions({}));
  const { data: choices } = useQuery(trpc.memberScope.choices.queryOptions({}));
  const [isOpen, setOpen] = useState(false);
  if (!scopes || !choices) return null;
  const scope = scopes.find(({ userId }) => userId === member.userId) ?? WHOLE_SCOPE;
  const said = sayScope(t, member.role, scope, choices);
  const text = saySees(t, member.role, said);
  return (
    <p className={said === null ? "text-sm text-warn" : "text-ink-muted text-sm"}>
      {mayChange ? (
        <button
          type="button"
          aria-label={t("changeOf", { name: member.name, what: text })}
          className="rounded-sm text-left underline decoration-dotted underline-offset-2 hover:text-ink pointer-coarse:min-h-11"
          onClick={() => setOpen(true)}
        >
          {text}
        </button>
      ) : (
        text
      )}
      {isOpen ? <ScopeDialog member={member} scope={scope} choices={choices} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}
