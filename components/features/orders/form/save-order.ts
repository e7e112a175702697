"use client";
import { useMutation } from "@tanstack/react-query";
import { sayRefusal } from "@/components/lib/say-refusal";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import type { FieldIssue } from "@/server/domain/order/delivery-verdict";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import { changesTo, type OrderErrors } from "./read-order";

/** What is being edited; nothing for a new order. */
export interface KeptOrder {
  readonly id: string;
  readonly version: number;
  readonly input: DeliveryInput;
}

export type SaveOutcome =
  | { readonly ok: true; readonly id: string; readonly isChanged: boolean }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly message: string;
      readonly correlationId: string | null;
      readonly errors: OrderErrors;
    };

function errorsAt(issues: readonly FieldIssue[]): OrderErrors {
  // A field that somebody has defined since the form was opened is told of where it would stand.
  return Object.fromEntries(
    issues.map(({ path, message }) => [path.replace(/^customFields\./, "ownFields."), message]),
  );
}

/** Saves a new or an edited order; a refusal is an answer, with the fields it is about. */
export function useSaveOrder(projectId: string) {
  const refusalOf = useRefusalOf();
  const words = useWords("refusals");
  const trpc = useTRPC();
  const create = useMutation(trpc.order.create.mutationOptions());
  const edit = useMutation(trpc.order.edit.mutationOptions());

  async function createOne(input: DeliveryInput): Promise<SaveOutcome> {
    const { verdicts } = await create.mutateAsync({ projectId, mode: "create", deliveries: [input as DeliveryDraft] });
    const verdict = verdicts[0]!;
    if (verdict.outcome !== "refused") return { ok: true, id: verdict.deliveryId, isChanged: true };
    const { reason, issues } = verdict;
    const message = sayRefusal(words, { message: verdict.message, details: { reason } });
    const errors = reason === "exists" ? { externalId: message } : errorsAt(issues);
    return { ok: false, reason, message, correlationId: null, errors };
  }

  async function save(input: DeliveryInput, kept: KeptOrder | undefined, over = false): Promise<SaveOutcome> {
    try {
      if (!kept) return await createOne(input);
      const changes = changesTo(kept.input, input);
      const saved = await edit.mutateAsync({ id: kept.id, changes, ...(!over && { version: kept.version }) });
      return { ok: true, id: kept.id, isChanged: saved.version !== kept.version };
    } catch (error) {
      const { code, message, details, correlationId } = refusalOf(error);
      const reason = typeof details.reason === "string" ? details.reason : code;
      const issues = Array.isArray(details.issues) ? (details.issues as FieldIssue[]) : [];
      const errors = reason === "exists" ? { externalId: message } : errorsAt(issues);
      return { ok: false, reason, message, correlationId, errors };
    }
  }

  return { save, isSaving: create.isPending || edit.isPending };
}
