"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import { mayPass, type SourceFault } from "@/server/domain/own-source/own-source";
import { RefusedBanner } from "../form/save-bar";
import type { SourceForm } from "./use-source-form";

type FieldsProps = { form: Pick<SourceForm, "draft" | "change" | "wrong"> };

/** Where a source is. */
export function UrlField({ form, hint }: FieldsProps & { hint: string }) {
  const t = useWords("settingsMapAndTravel");
  return (
    <TextField
      label={t("source.url")}
      hint={hint}
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      value={form.draft.url}
      onValueChange={(url) => form.change({ url })}
      error={form.wrong.has("url") ? t("source.wrong.url") : undefined}
    />
  );
}

/** A key goes one way: it can be replaced and taken away, and is never shown. */
export function KeyField({ form, hint, isKept }: FieldsProps & { hint: string; isKept: boolean }) {
  const t = useWords("settingsMapAndTravel");
  const { key, forgetsKey } = form.draft;
  return (
    <>
      <TextField
        label={t("source.key")}
        hint={isKept ? t("source.keyKept") : hint}
        type="password"
        autoComplete="off"
        data-1p-ignore
        maxLength={1000}
        value={key}
        onValueChange={(next) => form.change({ key: next, forgetsKey: false })}
      />
      {isKept && key === "" ? (
        <Checkbox
          label={t("source.forgetKey")}
          checked={forgetsKey}
          onCheckedChange={(next) => form.change({ forgetsKey: next })}
        />
      ) : null}
    </>
  );
}

/** Why it was not kept, with the way to keep it all the same where that may pass; saving, and going back. */
export function SourceActions({ form, disabled = false }: { form: SourceForm; disabled?: boolean }) {
  const t = useWords("settingsMapAndTravel");
  const common = useWords("common");
  const { refusal, isPending, isDirty } = form;
  const fault = refusal?.details.reason === "source-failed" ? (refusal.details.fault as SourceFault) : null;
  const insist =
    fault && mayPass(form.part, fault) ? (
      <Button size="sm" loading={isPending} onClick={() => void form.save(true)}>
        {t("source.saveAnyway")}
      </Button>
    ) : undefined;
  return (
    <>
      {refusal ? <RefusedBanner refusal={refusal} onReload={() => void form.reload()} otherwise={insist} /> : null}
      {isDirty ? (
        <div className="flex flex-wrap items-center justify-end gap-2">
          <Button variant="ghost" disabled={isPending} onClick={form.discard}>
            {common("discard")}
          </Button>
          <Button variant="primary" loading={isPending} disabled={disabled} onClick={() => void form.save(false)}>
            {common("save")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
