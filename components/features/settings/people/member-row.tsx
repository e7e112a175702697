"use client";
import { EllipsisVertical, KeyRound, MonitorSmartphone, ShieldCheck, UserMinus } from "lucide-react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { MemberScopeLine } from "./member-scope-line";
import { mayChangeMember, roleLabel, rolesToGive } from "./role-words";
import type { Giving, Member } from "./use-people";

/** What somebody may want of a member. */
export type MemberAct = "devices" | "reset-factor" | "remove";

export type MemberRowProps = {
  member: Member;
  isYou: boolean;
  /** May change members at all. */
  mayManage: boolean;
  giving: Giving;
  onRole: (role: string) => void;
  onAct: (act: MemberAct) => void;
};

export function MemberRow({ member, isYou, mayManage, giving, onRole, onAct }: MemberRowProps) {
  const settings = useWords("settings");
  const { viewer, ownRoles } = giving;
  // Nobody takes the last key away from themselves by a slip.
  const mayChange = !isYou && mayManage && mayChangeMember(viewer, member.role, ownRoles);
  const roles = rolesToGive(viewer, ownRoles);
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{member.name}</span>
          {isYou ? <Badge>{settings("people.you")}</Badge> : null}
        </p>
        <p className="truncate text-ink-muted">{member.email}</p>
        {member.access ? <AccessLine {...member.access} /> : null}
        <MemberScopeLine member={member} mayChange={mayChange} />
      </div>
      {mayChange ? (
        <span className="flex items-center gap-1">
          <Select
            label={settings("people.roleOf", { name: member.name })}
            hideLabel
            size="sm"
            className="w-36"
            options={roles.map((role) => ({ value: role, label: roleLabel(settings, role) }))}
            value={roles.includes(member.role) ? member.role : null}
            onValueChange={(role) => role !== member.role && onRole(role)}
          />
          <MemberMenu member={member} onAct={onAct} />
        </span>
      ) : (
        <span className="text-ink-muted">{roleLabel(settings, member.role)}</span>
      )}
    </li>
  );
}

function AccessLine({ hasSecondFactor, passkeys, devices, lastSeenAt }: NonNullable<Member["access"]>) {
  const t = useWords("settingsPeople");
  const seen = lastSeenAt
    ? `${t("seen", { time: t.format.instant(lastSeenAt, browserTimeZone()) })} · ${t("devices", { count: devices })}`
    : t("notIn");
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-ink-muted text-sm">
      {hasSecondFactor ? (
        <Badge tone="ok" icon={<ShieldCheck />}>
          {t("factorOn")}
        </Badge>
      ) : null}
      {passkeys > 0 ? (
        <Badge tone="ok" icon={<KeyRound />}>
          {t("passkeys", { count: passkeys })}
        </Badge>
      ) : null}
      {hasSecondFactor || passkeys > 0 ? null : <Badge>{t("factorOff")}</Badge>}
      <span>{seen}</span>
    </p>
  );
}

function MemberMenu({ member, onAct }: Pick<MemberRowProps, "member" | "onAct">) {
  const t = useWords("settingsPeople");
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t("more", { name: member.name })} icon={<EllipsisVertical />} />}
      entries={[
        { id: "devices", label: t("showDevices"), icon: <MonitorSmartphone />, onSelect: () => onAct("devices") },
        {
          id: "reset",
          label: t("resetFactor"),
          icon: <KeyRound />,
          disabled: !member.access?.hasSecondFactor && !member.access?.passkeys,
          onSelect: () => onAct("reset-factor"),
        },
        { type: "separator", id: "line" },
        { id: "remove", label: t("remove"), icon: <UserMinus />, tone: "danger", onSelect: () => onAct("remove") },
      ]}
    />
  );
}
