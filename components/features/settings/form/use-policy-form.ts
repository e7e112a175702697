"use client";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { Refusal } from "@/components/lib/refusal";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import { textOfDraft } from "./text-of-draft";

/** Settings as they are stored, and since when; null: never chosen. */
export interface KeptPolicy<P> {
  readonly policy: P;
  readonly changedAt: string | null;
}

export interface PolicyGateway<P> {
  readonly read: () => Promise<KeptPolicy<P>>;
  readonly save: (input: { policy: P; seenAt: string | null }) => Promise<KeptPolicy<P>>;
}

/**
 * Settings while they are edited: a draft of the whole, what in it is wrong by path, and saving it, which is refused
 * where somebody else was faster. `round` grows whenever the fields must be made anew.
 */
export function usePolicyForm<P extends object>(kept: KeptPolicy<P>, schema: z.ZodType<P>, gateway: PolicyGateway<P>) {
  const t = useWords("settingsForm");
  const refusalOf = useRefusalOf();
  const toast = useToast();
  const [start, setStart] = useState(kept);
  const [draft, setDraft] = useState(kept.policy);
  const [round, setRound] = useState(0);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const checked = schema.safeParse(draft);
  const wrong = new Set(checked.success ? [] : checked.error.issues.map(({ path }) => path.join(".")));
  const isDirty = textOfDraft(draft) !== textOfDraft(start.policy);

  function begin(next: KeptPolicy<P>) {
    setStart(next);
    setDraft(next.policy);
    setRound((count) => count + 1);
    setRefusal(null);
  }

  async function attempt(work: () => Promise<KeptPolicy<P>>, done: string) {
    setPending(true);
    try {
      begin(await work());
      toast.show({ title: done, tone: "ok" });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setPending(false);
    }
  }

  function save() {
    if (!checked.success || !isDirty || isPending) return;
    void attempt(() => gateway.save({ policy: checked.data, seenAt: start.changedAt }), t("saved"));
  }

  return {
    draft,
    /** As it is stored. */
    stored: start.policy,
    round,
    wrong,
    isDirty,
    isPending,
    refusal,
    change: (part: Partial<P>) => setDraft((before) => ({ ...before, ...part })),
    /** The whole anew, its fields made anew with it. */
    replace: (policy: P) => {
      setDraft(policy);
      setRound((count) => count + 1);
    },
    save,
    submit: (event: FormEvent) => {
      event.preventDefault();
      save();
    },
    discard: () => begin(start),
    reload: () => void attempt(gateway.read, t("reloaded")),
  };
}
