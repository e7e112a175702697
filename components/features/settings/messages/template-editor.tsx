"use client";
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { previewTemplate, type TemplatePreview } from "@/server/domain/notification/preview-template";
import { SaveActions } from "../form/save-bar";
import { FaultList } from "./fault-list";
import { MessagePreview } from "./message-preview";
import { PlaceholderChips } from "./placeholder-chips";
import { insertInto, type TemplateKey, type Wording } from "./template-drafts";
import type { TemplateDrafts } from "./use-template-drafts";

type Box = HTMLInputElement | HTMLTextAreaElement;
type FieldName = "subject" | "email" | "sms";

export type TemplateEditorProps = { id: TemplateKey; drafts: TemplateDrafts; mayEdit: boolean };

/** One message in one language: its words, what is wrong with them, and what a customer would read. */
export function TemplateEditor({ id, drafts, mayEdit }: TemplateEditorProps) {
  const common = useWords("common");
  const t = useWords("settingsMessages");
  const [isResetting, setResetting] = useState(false);
  const wording = drafts.draftOf(id);
  const preview = previewTemplate(wording, wording.language);
  const boxes = useBoxes();
  const hasFaults = Object.values(preview.issues).some((issues) => issues.length > 0);
  const isDirty = drafts.drafts[id] !== undefined;

  function insert(piece: string) {
    const { name, box } = boxes.last();
    const at = box ?? { selectionStart: null, selectionEnd: null };
    const end = wording[name].length;
    const next = insertInto(wording[name], piece, at.selectionStart ?? end, at.selectionEnd ?? end);
    drafts.change(id, { [name]: next.text });
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(next.caret, next.caret);
    });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!hasFaults && isDirty && !drafts.isPending) void drafts.save(id);
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5 lg:flex-row lg:items-start">
      <div className="flex min-w-0 flex-1 flex-col gap-4">
        <fieldset disabled={!mayEdit} className="flex flex-col gap-4">
          <TemplateFields
            wording={wording}
            preview={preview}
            boxes={boxes}
            onFieldChange={(name, text) => drafts.change(id, { [name]: text })}
          />
        </fieldset>
        {mayEdit ? <PlaceholderChips trigger={wording.trigger} onInsert={insert} /> : null}
        {mayEdit ? (
          <div className="flex flex-wrap items-center justify-end gap-2 border-line border-t pt-3">
            {wording.changedAt === null ? null : (
              <Button variant="ghost" disabled={drafts.isPending} onClick={() => setResetting(true)}>
                {t("template.reset")}
              </Button>
            )}
            <SaveActions
              isDirty={isDirty}
              isPending={drafts.isPending}
              hasFaults={hasFaults}
              refusal={drafts.refusal}
              onDiscard={() => drafts.discard(id)}
              onReload={() => void drafts.reload(id)}
            />
          </div>
        ) : null}
      </div>
      <MessagePreview preview={preview} language={wording.language} />
      <AlertDialog
        open={isResetting}
        onOpenChange={setResetting}
        title={t("template.resetTitle")}
        description={t("template.resetAbout")}
        confirmLabel={t("template.reset")}
        cancelLabel={common("cancel")}
        onConfirm={() => {
          setResetting(false);
          void drafts.reset(id);
        }}
      />
    </form>
  );
}

type TemplateFieldsProps = {
  wording: Wording;
  preview: TemplatePreview;
  boxes: Boxes;
  onFieldChange: (name: FieldName, text: string) => void;
};

function TemplateFields({ wording, preview, boxes, onFieldChange }: TemplateFieldsProps) {
  const t = useWords("settingsMessages");
  const { issues, smsSize } = preview;
  const { segments, units, costly } = smsSize;
  const field = (name: FieldName) => ({
    ref: boxes.refs[name] as never,
    value: wording[name],
    onValueChange: (text: string) => onFieldChange(name, text),
    onFocus: () => boxes.remember(name),
    error:
      issues[name].length > 0 ? (
        <FaultList text={wording[name]} issues={issues[name]} onShow={(at, length) => boxes.select(name, at, length)} />
      ) : undefined,
  });
  const size = t("sms.size", { segments, units });
  return (
    <>
      <TextField label={t("template.subject")} {...field("subject")} />
      <TextArea label={t("template.email")} rows={9} {...field("email")} />
      <TextArea
        label={t("template.sms")}
        rows={3}
        hint={costly.length > 0 ? `${size} ${t("sms.costly", { signs: costly.join(" ") })}` : size}
        {...field("sms")}
      />
    </>
  );
}

interface Boxes {
  readonly refs: Readonly<Record<FieldName, RefObject<Box | null>>>;
  remember(name: FieldName): void;
  last(): { name: FieldName; box: Box | null };
  select(name: FieldName, at: number, length: number): void;
}

/** The three fields themselves, and which was written in last. */
function useBoxes(): Boxes {
  const refs = { subject: useRef<Box>(null), email: useRef<Box>(null), sms: useRef<Box>(null) };
  const last = useRef<FieldName>("email");
  return {
    refs,
    remember: (name) => {
      last.current = name;
    },
    last: () => ({ name: last.current, box: refs[last.current].current }),
    select: (name, at, length) => {
      refs[name].current?.focus();
      refs[name].current?.setSelectionRange(at, at + length);
    },
  };
}
