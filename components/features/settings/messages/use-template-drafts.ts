"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import { type Drafts, draftOf, type TemplateKey, withDraft } from "./template-drafts";

export type KeptTemplate = RouterOutput["notification"]["templates"][number];

/** Messages while they are worded: each keeps its draft while others are looked at. */
export function useTemplateDrafts(kept: readonly KeptTemplate[]) {
  const t = useWords("settingsMessages");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const refusalOf = useRefusalOf();
  const toast = useToast();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const forget = (key: TemplateKey) => setDrafts(({ [key]: _gone, ...others }) => others);

  async function attempt(key: TemplateKey, work: () => Promise<unknown>, done: string) {
    setPending(true);
    setRefusal(null);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: trpc.notification.templates.pathKey() });
      forget(key);
      toast.show({ title: done, tone: "ok" });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setPending(false);
    }
  }

  return {
    drafts,
    isPending,
    refusal,
    isDirty: Object.keys(drafts).length > 0,
    draftOf: (key: TemplateKey) => draftOf(kept, drafts, key),
    change: (key: TemplateKey, part: Partial<Pick<KeptTemplate, "subject" | "email" | "sms">>) => {
      setDrafts((before) => withDraft(kept, before, key, part));
    },
    save: (key: TemplateKey) => {
      const { language, changedAt, ...template } = draftOf(kept, drafts, key);
      const input = { language, template, seenAt: changedAt };
      return attempt(key, () => client.notification.saveTemplate.mutate(input), t("template.saved"));
    },
    reset: (key: TemplateKey) => {
      const { trigger, language, changedAt } = draftOf(kept, drafts, key);
      if (changedAt === null) return forget(key);
      const input = { trigger, language, seenAt: changedAt };
      return attempt(key, () => client.notification.resetTemplate.mutate(input), t("template.resetDone"));
    },
    discard: (key: TemplateKey) => {
      forget(key);
      setRefusal(null);
    },
    /** What is stored by now, in place of the draft. */
    reload: (key: TemplateKey) => attempt(key, async () => {}, t("template.reloaded")),
    clearRefusal: () => setRefusal(null),
  };
}
export type TemplateDrafts = ReturnType<typeof useTemplateDrafts>;
