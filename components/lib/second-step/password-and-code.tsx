"use client";
import { type FormEvent, useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { callSecondStep, plainCode, type SecondStepProblem, saySecondStepProblem } from "./call-second-step";

interface PasswordAndCodeProps<Answer> {
  readonly about: string;
  readonly button: string;
  readonly isGrave?: boolean;
  /** Below the address of signing in; it is sent both. */
  readonly path: "/two-factor/disable" | "/two-factor/generate-backup-codes" | "/confirm-person";
  readonly onDone: (answer: Answer) => void;
}

/** What takes password and code: neither alone does it. */
export function PasswordAndCode<Answer>({ about, button, isGrave, path, onDone }: PasswordAndCodeProps<Answer>) {
  const t = useWords("secondStep");
  const { values, errors, form, set, complain } = useDraft({ password: "", code: "" });
  const [problem, setProblem] = useState<SecondStepProblem | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!values.password) return complain({ password: t("enterPassword") });
    const code = plainCode(values.code);
    if (!code) return complain({ code: t("enterCodeOrBackup") });
    setPending(true);
    setProblem(null);
    // The server asks for the code as well; better-auth's own client knows the password only.
    const body = { password: values.password, code };
    const outcome = await callSecondStep<Answer>(authClient.$fetch(path, { method: "POST", body }));
    setPending(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    if (outcome.data === null) return setProblem({ reason: "unexplained" });
    onDone(outcome.data);
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {problem ? <Banner tone="error">{saySecondStepProblem(t, problem)}</Banner> : null}
      <p className="text-pretty text-ink-muted">{about}</p>
      <TextField
        label={t("password")}
        type="password"
        autoComplete="current-password"
        value={values.password}
        onValueChange={(text) => set("password", text)}
        error={errors.password}
      />
      <TextField
        label={t("codeOrBackup")}
        autoComplete="one-time-code"
        value={values.code}
        onValueChange={(text) => set("code", text)}
        error={errors.code}
        inputClassName="font-mono tabular-nums"
      />
      <Button type="submit" variant={isGrave ? "danger" : "primary"} className="self-end" loading={isPending}>
        {button}
      </Button>
    </form>
  );
}
