"use client";
import { type FormEvent, useState } from "react";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { type SecondStepOutcome, type SecondStepProblem, saySecondStepProblem } from "./call-second-step";

export type PasswordStepProps<Data> = {
  about: string;
  button: string;
  send: (password: string) => Promise<SecondStepOutcome<Data>>;
  onDone: (data: Data) => void;
};

/** Asks for the password once more before something about the second step. */
export function PasswordStep<Data>({ about, button, send, onDone }: PasswordStepProps<Data>) {
  const t = useWords("secondStep");
  const { values, errors, form, set, complain } = useDraft({ password: "" });
  const [problem, setProblem] = useState<SecondStepProblem | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!values.password) return complain({ password: t("enterPassword") });
    setPending(true);
    setProblem(null);
    const outcome = await send(values.password);
    setPending(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    if (outcome.data) onDone(outcome.data);
  }

  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex flex-col items-stretch gap-4"
    >
      {problem ? <Banner tone="error">{saySecondStepProblem(t, problem)}</Banner> : null}
      <p className="text-pretty text-ink-muted">{about}</p>
      <TextField
        label={t("password")}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={values.password}
        onValueChange={(text) => set("password", text)}
        error={errors.password}
      />
      <Button type="submit" variant="primary" className="self-end" loading={isPending}>
        {button}
      </Button>
    </form>
  );
}
