"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useDraft } from "@/components/lib/use-draft";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import { checkProject, draftOfProject } from "./project-draft";

/** A project while its settings are edited, and the way to save them. */
export function useProjectForm(project: Project) {
  const t = useWords("settings");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [initial, setInitial] = useState(() => draftOfProject(project));
  const draft = useDraft(initial);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { values } = draft;
  const isDirty = JSON.stringify(values) !== JSON.stringify(initial);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const checked = checkProject(t, values);
    if (!checked.ok) return draft.complain(checked.errors);
    setPending(true);
    setRefusal(null);
    try {
      const { defaultDepotId } = values;
      await client.project.edit.mutate({ id: project.id, project: checked.input, defaultDepotId });
      await queryClient.invalidateQueries({ queryKey: trpc.project.pathKey() });
      setInitial(values);
      toast.show({ title: t("project.saved", { name: checked.input.name }), tone: "ok" });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setPending(false);
    }
  }

  return { draft, isDirty, isPending, refusal, submit, discard: () => draft.reset(initial) };
}
