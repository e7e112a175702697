"use client";
import type { DraftErrors } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import { type ExpiryDraft, ExpiryField } from "./expiry-field";

export interface TermsDraft {
  readonly expiry: ExpiryDraft;
  readonly limit: string;
}

export type KeyTermsProps = {
  values: TermsDraft;
  errors: DraftErrors<TermsDraft>;
  /** When a key that is there ends. */
  kept?: Date | null;
  onExpiry: (expiry: ExpiryDraft) => void;
  onLimit: (limit: string) => void;
};

/** Until when a key is good, and how often it may ask. */
export function KeyTerms({ values, errors, kept, onExpiry, onLimit }: KeyTermsProps) {
  const t = useWords("settingsApiAccess");
  return (
    <>
      <ExpiryField value={values.expiry} kept={kept} error={errors.expiry} onChange={onExpiry} />
      <TextField
        label={t("limit")}
        hint={t("limitHint")}
        inputMode="numeric"
        className="w-56"
        value={values.limit}
        error={errors.limit}
        onValueChange={onLimit}
      />
    </>
  );
}
