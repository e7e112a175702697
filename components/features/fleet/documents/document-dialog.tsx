"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Dialog } from "@/components/ui/dialog";
import { FileDrop } from "@/components/ui/file-drop";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import {
  DRIVER_DOCUMENT_KINDS,
  type FleetDocumentKind,
  MAX_UPLOAD_BYTES,
  UPLOAD_CONTENT_TYPES,
  type UploadContentType,
  VEHICLE_DOCUMENT_KINDS,
} from "@/server/domain/proof/upload";
import type { FleetDocument, Owner } from "./fleet-document";
import { sendDocument } from "./send-document";

/** What is done: a new paper, another in a paper's place, or what is said of one put right. */
export type Editing = { readonly act: "add" } | { readonly act: "replace" | "edit"; readonly document: FleetDocument };

const KINDS = { driver: DRIVER_DOCUMENT_KINDS, vehicle: VEHICLE_DOCUMENT_KINDS } as const;

export type DocumentDialogProps = { owner: Owner; editing: Editing; onClose: () => void };

/** A paper's kind, number and last day, and its file. No form of its own: it stands within the drawer's. */
export function DocumentDialog({ owner, editing, onClose }: DocumentDialogProps) {
  const t = useWords("fleet");
  const common = useWords("common");
  const known = editing.act === "add" ? null : editing.document;
  const [kind, setKind] = useState<FleetDocumentKind>(
    known?.kind ?? KINDS[owner.entity][owner.entity === "driver" ? 1 : 0],
  );
  const [title, setTitle] = useState(known?.title ?? "");
  const [number, setNumber] = useState(known?.number ?? "");
  const [expiresOn, setExpiresOn] = useState(editing.act === "edit" ? (known?.expiresOn ?? "") : "");
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const facts = { title: kind === "other" ? title : "", number, expiresOn: expiresOn || null };
  const { submit, isPending, refusal } = useSendPaper(owner, editing, onClose);
  function take([chosen]: File[]) {
    const isLarge = chosen !== undefined && chosen.size > MAX_UPLOAD_BYTES;
    setProblem(isLarge ? t("documents.tooLarge", { limit: MAX_UPLOAD_BYTES / 1_000_000 }) : null);
    if (chosen && !isLarge) setFile(chosen);
  }
  function save() {
    if (editing.act !== "edit" && !file) return setProblem(t("documents.noFile"));
    void submit({ kind, ...facts }, file);
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && !isPending && onClose()}
      title={t(`documents.${editing.act}Title`)}
      footer={
        <>
          <Button variant="ghost" disabled={isPending} onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button variant="primary" loading={isPending} onClick={save}>
            {common("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refusal ? <Banner tone="error">{refusal.message}</Banner> : null}
        {editing.act === "add" ? (
          <Select
            label={t("documents.kind")}
            options={KINDS[owner.entity].map((each) => ({ value: each, label: t(`documents.kind.${each}`) }))}
            value={kind as never}
            onValueChange={setKind}
          />
        ) : null}
        {kind === "other" ? <TextField label={t("documents.name")} value={title} onValueChange={setTitle} /> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t("documents.number")} autoComplete="off" value={number} onValueChange={setNumber} />
          <DatePicker
            label={t("documents.expiresOn")}
            hint={t("documents.expiresHint")}
            steps={false}
            value={expiresOn}
            onValueChange={setExpiresOn}
          />
        </div>
        {editing.act === "edit" ? null : (
          <FileDrop
            label={file ? t("documents.dropAnother", { name: file.name }) : t("documents.drop")}
            hint={problem ?? t("documents.dropHint", { limit: MAX_UPLOAD_BYTES / 1_000_000 })}
            accept={UPLOAD_CONTENT_TYPES.join(",")}
            onFiles={take}
            onReject={() => setProblem(t("documents.wrongType"))}
            className="py-5"
          />
        )}
        {problem ? (
          <p role="alert" className="text-alert text-sm">
            {problem}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

interface Facts {
  readonly kind: FleetDocumentKind;
  readonly title: string;
  readonly number: string;
  readonly expiresOn: string | null;
}

function useSendPaper(owner: Owner, editing: Editing, onDone: () => void) {
  const t = useWords("fleet");
  const words = useWords("refusals");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const refusalOf = useRefusalOf();
  const toast = useToast();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function send({ kind, ...facts }: Facts, file: File | null): Promise<Refusal | null> {
    if (editing.act === "edit") {
      await client.fleet.changeDocument.mutate({ id: editing.document.id, ...facts });
      return null;
    }
    if (!file) return null;
    const announced = { contentType: file.type as UploadContentType, bytes: file.size };
    const replacesId = editing.act === "replace" ? editing.document.id : null;
    const given = await client.fleet.requestDocument.mutate({ owner, kind, ...facts, file: announced, replacesId });
    return sendDocument(words, given, file);
  }

  async function submit(facts: Facts, file: File | null) {
    setPending(true);
    setRefusal(null);
    try {
      const refused = await send(facts, file);
      if (refused) return setRefusal(refused);
      await queries.invalidateQueries({ queryKey: trpc.fleet.pathKey() });
      toast.show({ title: t("documents.saved"), tone: "ok" });
      onDone();
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setPending(false);
    }
  }
  return { submit, isPending, refusal };
}
