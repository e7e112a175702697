"use client";
import { type FormEvent, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { addPasskey, type PasskeyProblem, sayPasskeyProblem } from "./call-passkey";

export type AddPasskeyFormProps = {
  /** What this device is called, to begin with. */
  suggestedName: string;
  /** What to know of it besides. */
  note?: string | undefined;
  /** The server wants to know first who is there. */
  onUnconfirmed: () => void;
  onDone: () => void;
};

/** Names a passkey, and has the device make it. */
export function AddPasskeyForm({ suggestedName, note, onUnconfirmed, onDone }: AddPasskeyFormProps) {
  const t = useWords("passkey");
  const [name, setName] = useState(suggestedName);
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setProblem(null);
    const outcome = await addPasskey(name);
    setPending(false);
    if (outcome.ok) return onDone();
    if ("reason" in outcome.problem && outcome.problem.reason === "confirm") return onUnconfirmed();
    setProblem(outcome.problem);
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {problem ? <Banner tone="error">{sayPasskeyProblem(t, problem)}</Banner> : null}
      <p className="text-pretty text-ink-muted">{t("addAbout")}</p>
      {note ? <p className="text-pretty text-ink-muted">{note}</p> : null}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        maxLength={60}
        autoComplete="off"
        value={name}
        onValueChange={setName}
      />
      <Button type="submit" variant="primary" className="self-end" loading={isPending}>
        {t("make")}
      </Button>
    </form>
  );
}
