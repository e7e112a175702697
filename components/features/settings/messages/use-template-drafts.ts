"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useWords } from "@/components/lib/words/words-context";
import { type Drafts, draftOf, type TemplateKey, withDraft } from "./template-drafts";

export type KeptTemplate = RouterOutput["notification"]["templates"][number];

/** Messages while they are worded: each keeps its draft while others are looked at. */
export function useTemplateDrafts(kept: readonly KeptTemplate[]) {
  const t = useWords("settingsMessages");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { attempt, isPending, refusal, clearRefusal } = useAttempt();
  const [drafts, setDrafts] = useState<Drafts>({});
  const forget = (key: TemplateKey) => setDrafts(({ [key]: _gone, ...others }) => others);

  const send = (key: TemplateKey, work: () => Promise<unknown>, done: string) =>
    attempt(done, async () => {
      await work();
      await queries.invalidateQueries({ queryKey: trpc.notification.templates.pathKey() });
      forget(key);
    });

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
      return send(key, () => client.notification.saveTemplate.mutate(input), t("template.saved"));
    },
    reset: (key: TemplateKey) => {
      const { trigger, language, changedAt } = draftOf(kept, drafts, key);
      if (changedAt === null) return forget(key);
      const input = { trigger, language, seenAt: changedAt };
      return send(key, () => client.notification.resetTemplate.mutate(input), t("template.resetDone"));
    },
    discard: (key: TemplateKey) => {
      forget(key);
      clearRefusal();
    },
    /** What is stored by now, in place of the draft. */
    reload: (key: TemplateKey) => send(key, async () => {}, t("template.reloaded")),
    clearRefusal,
  };
}
export type TemplateDrafts = ReturnType<typeof useTemplateDrafts>;
