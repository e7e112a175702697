"use client";
import { useMemo, useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { checkDepot, draftOfDepot, newDepot } from "./depot-draft";
import { DepotFields } from "./depot-fields";
import { inUseText } from "./depot-words";
import { EditDrawer } from "./edit-drawer";
import type { Depot, Project } from "./use-fleet";
import { useSaveFleet } from "./use-save-fleet";

export type DepotDrawerProps = {
  open: boolean;
  /** Null adds one. */
  depot: Depot | null;
  project: Project;
  depots: readonly Depot[];
  basemap: BasemapSources;
  mayEdit: boolean;
  onClose: () => void;
};

export function DepotDrawer({ open, depot, project, depots, basemap, mayEdit, onClose }: DepotDrawerProps) {
  const common = useWords("common");
  const t = useWords("fleet");
  const initial = useMemo(() => (depot ? draftOfDepot(depot) : newDepot(project.defaultCountry)), [depot, project]);
  const draft = useDraft(initial);
  const client = useTRPCClient();
  const { save, isPending, refusal } = useSaveFleet();
  const [isDeleting, setDeleting] = useState(false);
  const others = useMemo(() => depots.filter(({ id }) => id !== depot?.id), [depots, depot]);

  async function submit() {
    const checked = checkDepot(t, draft.values);
    if (!checked.ok) return draft.complain(checked.errors);
    const isSaved = depot
      ? await save(t("saved", { name: checked.input.name }), () =>
          client.fleet.editDepot.mutate({ id: depot.id, depot: checked.input }),
        )
      : await save(t("added", { name: checked.input.name }), () =>
          client.fleet.createDepot.mutate({ projectId: project.id, depot: checked.input }),
        );
    if (isSaved) onClose();
  }

  async function remove(target: Depot) {
    const isGone = await save(t("deleted", { name: target.name }), () =>
      client.fleet.deleteDepot.mutate({ id: target.id }),
    );
    setDeleting(false);
    if (isGone) onClose();
  }

  return (
    <EditDrawer
      open={open}
      title={depot ? depot.name : t("newDepot")}
      submitLabel={t(depot ? "saveDepot" : "addDepot")}
      isPending={isPending}
      refusal={refusal && { ...refusal, message: inUseText(t, depot?.name ?? "", refusal.details) ?? refusal.message }}
      refusalTitle={refusal?.details.reason === "in_use" ? t("notDeleted") : undefined}
      isDirty={JSON.stringify(draft.values) !== JSON.stringify(initial)}
      mayEdit={mayEdit}
      form={draft.form}
      onSubmit={() => void submit()}
      onClose={onClose}
      otherActions={
        depot ? (
          <Button variant="ghost" disabled={isPending} onClick={() => setDeleting(true)}>
            {common("delete")}
          </Button>
        ) : null
      }
    >
      <DepotFields draft={draft} depot={depot} others={others} basemap={basemap} mayEdit={mayEdit} />
      {depot ? (
        <DeleteDepot
          name={depot.name}
          open={isDeleting}
          onOpenChange={setDeleting}
          isPending={isPending}
          onConfirm={() => void remove(depot)}
        />
      ) : null}
    </EditDrawer>
  );
}

type DeleteDepotProps = {
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isPending: boolean;
  onConfirm: () => void;
};

function DeleteDepot({ name, open, onOpenChange, isPending, onConfirm }: DeleteDepotProps) {
  const t = useWords("fleet");
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("deleteTitle", { name })}
      description={t("deleteDepotAbout")}
      confirmLabel={t("deleteDepot")}
      tone="danger"
      pending={isPending}
      onConfirm={onConfirm}
    />
  );
}
