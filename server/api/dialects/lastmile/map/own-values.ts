import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";

/** Fields of one's own as a request leaves them: those it names change, the rest stay; undefined: none is named. */
export function toOwnValues(
  sent: Readonly<Record<string, CustomFieldValues[string] | null>> | undefined,
  before: CustomFieldValues = {},
): { customFields?: Record<string, CustomFieldValues[string]> } {
  if (!sent) return {};
  const named = Object.entries(sent).map(([name, value]) => [name, value ?? ""] as const);
  return { customFields: { ...before, ...Object.fromEntries(named) } };
}

/** What the core says of a value, by this API's name of the field it is in. */
export function inWireWords(text: string): string {
  return text.replace(/^customFields\./, "custom_fields.");
}
