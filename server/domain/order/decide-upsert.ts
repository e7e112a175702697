import {
  type CustomFieldDefinition,
  type CustomFieldFault,
  customFieldSentence,
  readCustomFields,
} from "@/server/domain/custom-field/custom-fields";
import { changeRefusal, type DeliveryRefusal } from "./change-refusal";
import { type DeliveryInput, deliveryInputSchema, type UpsertMode } from "./delivery-schema";
import type { FieldIssue } from "./delivery-verdict";
import { type DeliveryDraft, mergeDraft, OPAQUE_KEYS, sameJson } from "./merge-draft";
import type { StoredDelivery } from "./stored-delivery";

export type DeliveryDecision =
  | { readonly kind: "create"; readonly projectId: string; readonly input: DeliveryInput }
  | { readonly kind: "change"; readonly existing: StoredDelivery; readonly next: DeliveryInput }
  | { readonly kind: "unchanged"; readonly existing: StoredDelivery }
  | { readonly kind: "refused"; readonly reason: DeliveryRefusal; readonly issues: readonly FieldIssue[] };

interface ProjectDefaults {
  readonly id: string;
  readonly defaultCountry: string;
  readonly customFieldDefinitions: readonly CustomFieldDefinition[];
}

/** How an order's own fields are looked at: `isWhole` asks for the required ones, `isClosed` refuses unknown ones. */
export interface FieldDemands {
  readonly isWhole?: boolean;
  readonly isClosed?: boolean;
}

/**
 * What a sent delivery means, given the one with the same number, if any. `create` refuses a known number and `update` an
 * unknown one; `update` and `merge` lay what was given over what is there; `replace` keeps nothing but the id.
 */
export function decideUpsert(
  mode: UpsertMode,
  draft: DeliveryDraft,
  existing: StoredDelivery | undefined,
  project: ProjectDefaults,
  demands: FieldDemands = {},
): DeliveryDecision {
  if (existing && existing.projectId !== project.id) return refused("other_project");
  if (existing && mode === "create") return refused("exists");
  if (!existing && mode === "update") return refused("unknown");
  const isMerged = existing && mode !== "replace";
  const parsed = parseDelivery(isMerged ? mergeDraft(existing.input, draft) : draft, project, {
    ...demands,
    ...(existing && { before: existing.input }),
  });
  if (!parsed.ok) return refused("invalid", parsed.issues);
  return existing
    ? decideChange(existing, parsed.input)
    : { kind: "create", projectId: project.id, input: parsed.input };
}

/** What it means that an existing delivery should become `next`. */
export function decideChange(existing: StoredDelivery, next: DeliveryInput): DeliveryDecision {
  const settled = withoutPinnedPositions(existing, next);
  if (sameJson(settled, existing.input)) return { kind: "unchanged", existing };
  const refusal = changeRefusal(existing, settled);
  return refusal ? refused(refusal) : { kind: "change", existing, next: settled };
}

/**
 * A delivery as sent, checked, its addresses in the project's country where they name none, its own fields as the project
 * has them. What stands in a field of `before` may stay.
 */
export function parseDelivery(
  raw: unknown,
  project: Omit<ProjectDefaults, "id">,
  { before, ...demands }: FieldDemands & { readonly before?: DeliveryInput } = {},
): { ok: true; input: DeliveryInput } | { ok: false; issues: FieldIssue[] } {
  const parsed = deliveryInputSchema.safeParse(withoutNulls(raw));
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join(".") || "delivery", message }));
    return { ok: false, issues };
  }
  const input = { ...parsed.data };
  for (const role of ["pickup", "dropoff"] as const) {
    const visit = input[role];
    if (visit?.address.country !== "") continue;
    input[role] = { ...visit, address: { ...visit.address, country: project.defaultCountry } };
  }
  const fields = readCustomFields(project.customFieldDefinitions, input.customFields, {
    kind: input.kind,
    ...demands,
    ...(before && { before: before.customFields }),
  });
  if (fields.faults.length > 0) return { ok: false, issues: fields.faults.map(fieldIssue) };
  return { ok: true, input: { ...input, customFields: fields.values } };
}

function fieldIssue(fault: CustomFieldFault): FieldIssue {
  return { path: `customFields.${fault.name}`, message: customFieldSentence(fault) };
}

/** A person's pin outranks the position sent with the same address: sending it again changes nothing. */
function withoutPinnedPositions(existing: StoredDelivery, next: DeliveryInput): DeliveryInput {
  const settled = { ...next };
  for (const { role, confidence } of existing.visits) {
    const visit = settled[role];
    if (confidence !== "pinned" || !visit?.position) continue;
    if (!sameJson(visit.address, existing.input[role]?.address)) continue;
    const { position: _, ...rest } = visit;
    settled[role] = rest;
  }
  return settled;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === null ? [] : [[key, OPAQUE_KEYS.has(key) ? each : withoutNulls(each)]],
    ),
  );
}

function refused(reason: DeliveryRefusal, issues: readonly FieldIssue[] = []): DeliveryDecision {
  return { kind: "refused", reason, issues };
}
