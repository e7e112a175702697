"use client";
import { UserMinus } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { Role } from "@/server/domain/access/permissions";
import { isRole } from "@/server/domain/access/permissions";
import { mayChangeMember, roleLabel, rolesToGive } from "./role-words";
import type { Member } from "./use-people";

export type MemberRowProps = {
  member: Member;
  isYou: boolean;
  ownRole: string;
  onRole: (role: Role) => void;
  onRemove: () => void;
};

export function MemberRow({ member, isYou, ownRole, onRole, onRemove }: MemberRowProps) {
  const t = useWords("settings");
  // Nobody takes the last key away from themselves by a slip.
  const mayChange = !isYou && mayChangeMember(ownRole, member.role);
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{member.name}</span>
          {isYou ? <Badge>{t("people.you")}</Badge> : null}
        </p>
        <p className="truncate text-ink-muted">{member.email}</p>
      </div>
      {mayChange ? (
        <span className="flex items-center gap-1">
          <Select
            label={t("people.roleOf", { name: member.name })}
            hideLabel
            size="sm"
            className="w-36"
            options={rolesToGive(ownRole).map((role) => ({ value: role, label: t(`role.${role}`) }))}
            value={isRole(member.role) ? member.role : null}
            onValueChange={(role) => role !== member.role && onRole(role)}
          />
          <IconButton label={t("people.remove", { name: member.name })} icon={<UserMinus />} onClick={onRemove} />
        </span>
      ) : (
        <span className="text-ink-muted">{roleLabel(t, member.role)}</span>
      )}
    </li>
  );
}
