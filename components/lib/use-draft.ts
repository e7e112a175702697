"use client";
import { useCallback, useEffect, useRef, useState } from "react";

export type DraftErrors<Values> = { readonly [Key in keyof Values]?: string | undefined };

/** What a form's fields hold while they are edited, and what is wrong with them. An edited field's complaint goes away. */
export function useDraft<Values extends object>(initial: Values) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<DraftErrors<Values>>({});
  const form = useRef<HTMLFormElement>(null);
  const shouldFocus = useRef(false);
  useEffect(() => {
    if (!shouldFocus.current) return;
    shouldFocus.current = false;
    form.current
      ?.querySelector<HTMLElement>(
        ":is(input, textarea, button, [role=combobox]):is([data-invalid], [aria-invalid=true])",
      )
      ?.focus();
  });
  const set = useCallback(<Key extends keyof Values>(key: Key, value: Values[Key]) => {
    setValues((current) => ({ ...current, [key]: value }));
    setErrors((current) => ({ ...current, [key]: undefined }));
  }, []);
  const complain = useCallback((found: DraftErrors<Values>) => {
    shouldFocus.current = true;
    setErrors(found);
  }, []);
  const reset = useCallback((next: Values) => {
    setValues(next);
    setErrors({});
  }, []);
  return { values, errors, form, set, complain, reset };
}

/** What a form makes of its fields: the input to send, or what is wrong, by field. */
export type Checked<Input, Values> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly errors: DraftErrors<Values> };
