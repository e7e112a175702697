import type { Checked } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import {
  type CustomFieldDefinition,
  type CustomFieldKind,
  customFieldDefinitionSchema,
} from "@/server/domain/custom-field/custom-fields";
import type { DeliveryKind } from "@/server/domain/order/delivery-schema";

/** A field while it is edited. */
export interface FieldDraft {
  readonly label: string;
  readonly name: string;
  readonly kind: CustomFieldKind;
  /** One a line. */
  readonly choices: string;
  readonly orderKinds: readonly DeliveryKind[];
  readonly isRequired: boolean;
}

export function draftOfField(field: CustomFieldDefinition | null): FieldDraft {
  if (!field) return { label: "", name: "", kind: "text", choices: "", orderKinds: [], isRequired: false };
  const { label, name, kind, choices, orderKinds, isRequired } = field;
  return { label: label || name, name, kind, choices: choices.join("\n"), orderKinds, isRequired };
}

/** The name that programs and files use for a field of this label, until somebody chooses another. */
export function nameOfLabel(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
}

/** The field to save, or what is wrong, by field; `others` are the project's other fields. */
export function checkField(
  t: Words<"settingsFields">,
  draft: FieldDraft,
  others: readonly CustomFieldDefinition[],
): Checked<CustomFieldDefinition, FieldDraft> {
  const lines = draft.choices.split("\n").map((line) => line.trim());
  const choices = draft.kind === "select" ? lines.filter((line) => line !== "") : [];
  const name = draft.name.trim() || nameOfLabel(draft.label);
  const label = draft.label.trim() === name ? "" : draft.label;
  const parsed = customFieldDefinitionSchema.safeParse({ ...draft, name, label, choices });
  const errors: { -readonly [Key in keyof FieldDraft]?: string } = {};
  if (draft.label.trim() === "") errors.label = t("problem.label");
  const isTwice = others.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (isTwice) errors.name = t("problem.nameTwice");
  for (const { path } of parsed.error?.issues ?? []) {
    const field = FIELDS.find((known) => known === path[0]);
    if (field) errors[field] ??= t(`problem.${field}`);
  }
  if (Object.keys(errors).length > 0 || !parsed.success) return { ok: false, errors };
  return { ok: true, input: parsed.data };
}

const FIELDS = ["label", "name", "choices"] as const;
