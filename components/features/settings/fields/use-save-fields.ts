"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import type { Project } from "@/components/lib/use-chosen-project";
import type { CustomFieldDefinition, FieldOwner } from "@/server/domain/custom-field/custom-fields";

/** The fields that a project's orders, drivers or vehicles have. */
export function fieldsOf(project: Project, of: FieldOwner): readonly CustomFieldDefinition[] {
  if (of === "order") return project.customFieldDefinitions;
  return of === "driver" ? project.driverFieldDefinitions : project.vehicleFieldDefinitions;
}

/** Saves a project's fields in place of those that were seen: says so, or why not; either way what stands now is read. */
export function useSaveFields(of: FieldOwner) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { attempt, isPending, refusal } = useAttempt();
  async function save(done: string, seen: Project, fields: readonly CustomFieldDefinition[]): Promise<boolean> {
    const seenAt = seen.customFieldsChangedAt?.toISOString() ?? null;
    const input = { projectId: seen.id, of, fields: [...fields], seenAt };
    const isSaved = await attempt(done, () => client.project.saveCustomFields.mutate(input));
    await queries.invalidateQueries({ queryKey: trpc.project.pathKey() });
    return isSaved;
  }
  return { save, isPending, refusal };
}
