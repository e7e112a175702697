import "server-only";
import {
  type CustomFieldDefinition,
  type CustomFieldValues,
  customFieldSentence,
  readCustomFields,
} from "@/server/domain/custom-field/custom-fields";
import { ServiceError } from "../kernel/service-error";

/**
 * A driver or a vehicle with its own fields as they are kept; where they are not said at all they stay as they are.
 * Refuses values that cannot be the field's, and required ones that are missing; `before` may stay whatever it is.
 */
export function withOwnValues<T extends { readonly customFields?: CustomFieldValues | undefined }>(
  definitions: readonly CustomFieldDefinition[],
  row: T,
  before?: CustomFieldValues,
): T {
  if (row.customFields === undefined) return row;
  const said = Object.entries(row.customFields).filter(([, value]) => value !== "");
  const terms = { isWhole: true, isClosed: true, ...(before && { before }) };
  const { values, faults } = readCustomFields(definitions, Object.fromEntries(said), terms);
  if (faults.length === 0) return { ...row, customFields: values };
  const issues = faults.map((fault) => ({ path: `customFields.${fault.name}`, message: customFieldSentence(fault) }));
  const first = issues[0]!;
  throw new ServiceError("invalid", `${first.path}: ${first.message}`, { reason: "input", issues });
}
