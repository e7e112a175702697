"use client";
import type { FormEvent } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { usePermissions } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { inOrder, RIGHTS_BY_AREA, type Right } from "./rights";
import type { Role } from "./role-matrix";

export type RoleDialogProps = {
  /** Null: a new one. */
  role: Role | null;
  onSaved: () => Promise<void>;
  onClose: () => void;
};

interface RoleDraft {
  readonly name: string;
  readonly description: string;
  readonly rights: readonly Right[];
}

/** A role of the organization's own: what it is for and what it may, by area. */
export function RoleDialog({ role, onSaved, onClose }: RoleDialogProps) {
  const t = useWords("settingsPeople");
  const client = useTRPCClient();
  const { attempt, isPending, refusal } = useAttempt();
  const draft = useDraft<RoleDraft>({
    name: role?.name ?? "",
    description: role?.description ?? "",
    rights: inOrder(role?.permissions ?? []),
  });
  const { values, errors, form, set, complain } = draft;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { description, rights } = values;
    const name = values.name.trim();
    if (!role && !/^[a-z][a-z0-9_-]{0,39}$/.test(name)) return complain({ name: t("roles.wrongName") });
    if (rights.length === 0) return complain({ rights: t("roles.pickOne") });
    const permissions = [...rights];
    const isDone = await attempt(t(role ? "roles.changed" : "roles.created", { name }), () =>
      role?.id
        ? client.role.change.mutate({ id: role.id, description, permissions })
        : client.role.create.mutate({ name, description, permissions }),
    );
    if (!isDone) return;
    await onSaved();
    onClose();
  }

  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(next) => !next && onClose()}
      title={role ? t("roles.editTitle", { name: role.name }) : t("roles.newTitle")}
      footer={
        <Button type="submit" form="role" variant="primary" loading={isPending}>
          {t(role ? "roles.save" : "roles.create")}
        </Button>
      }
    >
      <form ref={form} id="role" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {refusal ? <Banner tone="error">{refusal.message}</Banner> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("roles.name")}
            hint={t("roles.nameHint")}
            value={values.name}
            disabled={role !== null}
            maxLength={40}
            autoCapitalize="none"
            onValueChange={(text) => set("name", text)}
            error={errors.name}
          />
          <TextField
            label={t("roles.description")}
            value={values.description}
            maxLength={500}
            onValueChange={(text) => set("description", text)}
          />
        </div>
        {errors.rights ? <Banner tone="error">{errors.rights}</Banner> : null}
        <RightsPicker rights={values.rights} onChange={(rights) => set("rights", rights)} />
      </form>
    </Dialog>
  );
}

/** Rights by area; what the person may not do himself he cannot give. */
function RightsPicker({
  rights,
  onChange,
}: {
  rights: readonly Right[];
  onChange: (rights: readonly Right[]) => void;
}) {
  const t = useWords("settingsPeople");
  const own = usePermissions();
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {RIGHTS_BY_AREA.map(({ area, rights: offered }) => (
        <fieldset key={area} className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-semibold text-ink-muted text-sm">{t(`area.${area}`)}</legend>
          {offered.map((right) => (
            <Checkbox
              key={right}
              label={t(`right.${right}`)}
              hint={own.has(right) ? undefined : t("roles.beyond")}
              disabled={!own.has(right)}
              checked={rights.includes(right)}
              onCheckedChange={(isOn) =>
                onChange(inOrder(isOn ? [...rights, right] : rights.filter((each) => each !== right)))
              }
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
