"use client";
import { type FormEvent, useRef, useState } from "react";
import type { AuthFailure } from "@/components/features/sign-in/auth-failure";

export type FieldProblems = Record<string, string | undefined>;

export type AuthFormSteps = {
  /** Problems by field name; the first is focused and nothing is sent. */
  check: (values: Record<string, string>) => FieldProblems;
  /** Sends; a failure is shown above the form. */
  send: (values: Record<string, string>) => Promise<AuthFailure | null>;
};

/**
 * A form read from the page when it is sent, so what a password manager filled in counts. While it is being sent a second
 * Enter does nothing.
 */
export function useAuthForm({ check, send }: AuthFormSteps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<AuthFailure | null>(null);
  const [problems, setProblems] = useState<FieldProblems>({});
  const sending = useRef(false);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current) return;
    const form = event.currentTarget;
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    if (values.email !== undefined) values.email = values.email.trim();
    const found = check(values);
    setProblems(found);
    setFailure(null);
    const first = Object.keys(found).find((name) => found[name]);
    if (first) {
      const field = form.elements.namedItem(first);
      if (field instanceof HTMLElement) field.focus();
      return;
    }
    sending.current = true;
    setPending(true);
    const result = await send(values);
    sending.current = false;
    setPending(false);
    setFailure(result);
  }

  return { pending, failure, problems, onSubmit };
}
