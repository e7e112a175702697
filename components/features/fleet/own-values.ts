import { plainAmount } from "@/components/lib/parse-amount";
import {
  type CustomFieldDefinition,
  type CustomFieldProblem,
  type CustomFieldValues,
  readCustomFields,
} from "@/server/domain/custom-field/custom-fields";

/** A driver's or a vehicle's own fields while they are edited: texts by field. */
export type OwnDraft = Readonly<Record<string, string>>;

export function draftOfOwn(values: CustomFieldValues): OwnDraft {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** What of the fields would be kept, and what of them cannot be, by field; what was there `before` may stay. */
export function readOwn(definitions: readonly CustomFieldDefinition[], draft: OwnDraft, before: CustomFieldValues) {
  const written = Object.entries(draft).filter(([, text]) => text.trim() !== "");
  const asKept = written.map(([name, text]) => {
    const known = before[name];
    const isNumber = definitions.find((each) => each.name === name)?.kind === "number";
    if (known !== undefined && String(known) === text) return [name, known] as const;
    return [name, (isNumber && plainAmount(text)) || text.trim()] as const;
  });
  const terms = Object.keys(before).length > 0 ? { before, isWhole: true } : { isWhole: true };
  const { values, faults } = readCustomFields(definitions, Object.fromEntries(asKept), terms);
  const problems = new Map<string, CustomFieldProblem>(faults.map(({ name, problem }) => [name, problem]));
  return { values, problems };
}
