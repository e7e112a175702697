import "server-only";
import {
  type CustomFieldDefinition,
  type CustomFieldValues,
  customFieldSentence,
  readCustomFields,
} from "@/server/domain/custom-field/custom-fields";
import { ServiceError } from "../kernel/service-error";

interface WithOwnValues {
  readonly customFields?: CustomFieldValues | undefined;
}

/** What is wrong with a value, and of which. */
export interface OwnValueIssue {
  readonly path: string;
  readonly message: string;
}

/**
 * A driver or a vehicle with its own fields as they are kept; where they are not said at all they stay as they are.
 * Issues are of values that cannot be the field's, and of required ones that are missing; `before` may stay whatever it is.
 */
export function judgeOwnValues<T extends WithOwnValues>(
  definitions: readonly CustomFieldDefinition[],
  row: T,
  before?: CustomFieldValues,
): { readonly row: T; readonly issues: readonly OwnValueIssue[] } {
  if (row.customFields === undefined) return { row, issues: [] };
  const said = Object.entries(row.customFields).filter(([, value]) => value !== "");
  const terms = { isWhole: true, isClosed: true, ...(before && { before }) };
  const { values, faults } = readCustomFields(definitions, Object.fromEntries(said), terms);
  const issues = faults.map((fault) => ({ path: `customFields.${fault.name}`, message: customFieldSentence(fault) }));
  return { row: { ...row, customFields: values }, issues };
}

/** The same, refused as `invalid` where there is anything wrong. */
export function withOwnValues<T extends WithOwnValues>(
  definitions: readonly CustomFieldDefinition[],
  said: T,
  before?: CustomFieldValues,
): T {
  const { row, issues } = judgeOwnValues(definitions, said, before);
  const [first] = issues;
  if (!first) return row;
  throw new ServiceError("invalid", `${first.path}: ${first.message}`, { reason: "input", issues });
}
