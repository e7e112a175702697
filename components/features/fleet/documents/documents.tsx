"use client";
import { useQuery } from "@tanstack/react-query";
import { FilePlus2 } from "lucide-react";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { FormGroup } from "../edit-drawer";
import { useSaveFleet } from "../use-save-fleet";
import { DocumentDialog, type Editing } from "./document-dialog";
import { DocumentRow } from "./document-row";
import type { FleetDocument, Owner } from "./fleet-document";

/** The papers of a driver or a vehicle: what they are, until when, and the files themselves. Each act is done at once. */
export function Documents({ owner }: { owner: Owner }) {
  const t = useWords("fleet");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const refusalOf = useRefusalOf();
  const list = useQuery(trpc.fleet.documents.queryOptions({ owner }));
  const [editing, setEditing] = useState<Editing | null>(null);
  const [deleting, setDeleting] = useState<FleetDocument | null>(null);
  const { save, refusal } = useSaveFleet();
  async function open({ id }: FleetDocument) {
    // Opened in the click, or the browser takes it for an advertisement.
    const page = window.open("about:blank", "_blank");
    try {
      const { url } = await client.fleet.openDocument.mutate({ id });
      page?.location.assign(url);
    } catch {
      page?.close();
      await list.refetch();
    }
  }
  const remove = ({ id }: FleetDocument) =>
    save(t("documents.deleted"), () => client.fleet.deleteDocument.mutate({ id }));
  return (
    <FormGroup title={t("documents.title")}>
      {refusal || list.error ? <Banner tone="error">{(refusal ?? refusalOf(list.error)).message}</Banner> : null}
      {list.isPending ? <Skeleton className="h-12 w-full" /> : null}
      {list.data?.length === 0 ? <p className="text-ink-muted">{t("documents.none")}</p> : null}
      {list.data && list.data.length > 0 ? (
        <ul aria-label={t("documents.title")} className="rounded-md border border-line">
          {list.data.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              onOpen={() => void open(document)}
              onEdit={() => setEditing({ act: "edit", document })}
              onReplace={() => setEditing({ act: "replace", document })}
              onDelete={() => setDeleting(document)}
            />
          ))}
        </ul>
      ) : null}
      <Button size="sm" icon={<FilePlus2 />} className="self-start" onClick={() => setEditing({ act: "add" })}>
        {t("documents.add")}
      </Button>
      {editing ? <DocumentDialog owner={owner} editing={editing} onClose={() => setEditing(null)} /> : null}
      <AlertDialog
        open={deleting !== null}
        onOpenChange={(isOpen) => !isOpen && setDeleting(null)}
        title={t("documents.deleteTitle")}
        description={t("documents.deleteAbout")}
        confirmLabel={t("documents.delete")}
        cancelLabel={t("documents.keep")}
        tone="danger"
        onConfirm={() => deleting && void remove(deleting)}
      />
    </FormGroup>
  );
}
