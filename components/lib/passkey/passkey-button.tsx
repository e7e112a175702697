"use client";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button, type ButtonProps } from "@/components/ui/button";
import { type PasskeyProblem, sayPasskeyProblem, signInByPasskey } from "./call-passkey";

export type PasskeyButtonProps = Pick<ButtonProps, "variant" | "size" | "className"> & {
  label: string;
  onDone: () => void;
  /** Before the browser asks, and after it was no use. */
  onBegin?: () => void;
  onFailed?: () => void;
};

/** Signs in by a passkey of the browser's choice; why not stands above it. */
export function PasskeyButton({ label, onDone, onBegin, onFailed, ...look }: PasskeyButtonProps) {
  const t = useWords("passkey");
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const [isPending, setPending] = useState(false);

  async function show() {
    setPending(true);
    setProblem(null);
    onBegin?.();
    const outcome = await signInByPasskey();
    if (outcome.ok) return onDone();
    setPending(false);
    setProblem(outcome.problem);
    onFailed?.();
  }

  return (
    <>
      {problem ? <Banner tone="error">{sayPasskeyProblem(t, problem)}</Banner> : null}
      <Button {...look} icon={<KeyRound />} loading={isPending} onClick={() => void show()}>
        {label}
      </Button>
    </>
  );
}
