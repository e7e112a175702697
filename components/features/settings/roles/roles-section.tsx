"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { SettingsSection } from "../settings-section";
import { inOrder } from "./rights";
import { RoleDialog } from "./role-dialog";
import { type Role, RoleMatrix } from "./role-matrix";

/** The organization's own roles, and what those there always are may do. */
export function RolesSection() {
  const t = useWords("settingsPeople");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refusalOf = useRefusalOf();
  const roles = useQuery(trpc.role.list.queryOptions({}));
  const [edited, setEdited] = useState<{ role: Role | null } | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.role.pathKey() });
  return (
    <>
      <SettingsSection
        title={t("roles.own")}
        actions={
          <Button variant="primary" icon={<Plus />} onClick={() => setEdited({ role: null })}>
            {t("roles.new")}
          </Button>
        }
      >
        {roles.error ? <Banner tone="error">{refusalOf(roles.error).message}</Banner> : null}
        {roles.isPending ? <Skeleton className="h-5 w-80 max-w-full" /> : null}
        {roles.data ? (
          <OwnRoles
            roles={roles.data.filter(({ id }) => id !== null)}
            onEdit={(role) => setEdited({ role })}
            onDeleted={refresh}
          />
        ) : null}
      </SettingsSection>
      <SettingsSection title={t("roles.title")} description={t("roles.about")}>
        {roles.isPending ? <Skeleton className="h-96 w-full" /> : null}
        {roles.data ? <RoleMatrix roles={roles.data.filter(({ id }) => id === null)} /> : null}
      </SettingsSection>
      {edited ? <RoleDialog role={edited.role} onSaved={refresh} onClose={() => setEdited(null)} /> : null}
    </>
  );
}

type OwnRolesProps = { roles: readonly Role[]; onEdit: (role: Role) => void; onDeleted: () => Promise<void> };

function OwnRoles({ roles, onEdit, onDeleted }: OwnRolesProps) {
  const t = useWords("settingsPeople");
  const client = useTRPCClient();
  const toast = useToast();
  const refusalToast = useRefusalToast();
  // The role stays named while the dialog goes out.
  const [leaving, setLeaving] = useState<Role | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const name = leaving?.name ?? "";

  async function remove(id: string) {
    setPending(true);
    try {
      await client.role.remove.mutate({ id });
      toast.show({ title: t("roles.deleted", { name }), tone: "ok" });
    } catch (error) {
      refusalToast(t("notDone"), error);
    }
    await onDeleted();
    setPending(false);
    setOpen(false);
  }

  if (roles.length === 0) return <p className="text-ink-muted">{t("roles.none")}</p>;
  return (
    <>
      <ul aria-label={t("roles.own")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
        {roles.map((role) => (
          <OwnRole
            key={role.name}
            role={role}
            onEdit={() => onEdit(role)}
            onRemove={() => {
              setLeaving(role);
              setOpen(true);
            }}
          />
        ))}
      </ul>
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("roles.deleteTitle", { name })}
        description={t("roles.deleteAbout")}
        confirmLabel={t("roles.delete", { name })}
        tone="danger"
        pending={isPending}
        onConfirm={() => leaving?.id && void remove(leaving.id)}
      />
    </>
  );
}

function OwnRole({ role, onEdit, onRemove }: { role: Role; onEdit: () => void; onRemove: () => void }) {
  const t = useWords("settingsPeople");
  const { name, description, permissions, members } = role;
  return (
    <li className="flex min-h-14 items-start gap-3 border-line border-b px-4 py-2 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {name} <span className="font-normal text-ink-muted">· {t("roles.members", { count: members })}</span>
        </p>
        {description ? <p className="text-pretty">{description}</p> : null}
        <p className="text-pretty text-ink-muted text-sm">
          {inOrder(permissions)
            .map((right) => t(`right.${right}`))
            .join(" · ")}
        </p>
        {members > 0 ? <p className="text-ink-muted text-sm">{t("roles.inUse")}</p> : null}
      </div>
      <IconButton label={t("roles.edit", { name })} icon={<Pencil />} onClick={onEdit} />
      <IconButton label={t("roles.delete", { name })} icon={<Trash2 />} disabled={members > 0} onClick={onRemove} />
    </li>
  );
}
