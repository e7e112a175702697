import {
  type CustomFieldDefinition,
  type CustomFieldValue,
  readCustomFields,
} from "@/server/domain/custom-field/custom-fields";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { parseCellDecimal } from "./parse-cell-number";
import { parseCellText } from "./parse-cell-text";

const YES = new Set(["yes", "y", "true", "1", "x", "ja", "j", "oui", "sí", "si"]);
const NO = new Set(["no", "n", "false", "0", "nein", "nej", "non"]);

/**
 * A cell of a field of one's own, as its definition has it; of a field nobody has defined, the text. What is `kept` there
 * already and written as it is stays, whatever the definition has become.
 */
export function parseCellCustom(
  text: string,
  definition: CustomFieldDefinition | undefined,
  kept?: CustomFieldValue,
): CellResult<CustomFieldValue> {
  if (kept !== undefined && String(kept) === text) return accepted(kept);
  if (definition?.kind === "number") return parseNumber(text, definition);
  if (definition?.kind === "boolean") {
    const word = text.toLowerCase();
    if (YES.has(word) || NO.has(word)) return accepted<CustomFieldValue>(YES.has(word));
    return refused("not_yes_or_no", `${quoted(text)} is neither yes nor no.`);
  }
  const prose = parseCellText(text, 2000, true);
  if (!prose.ok || definition?.kind !== "select") return prose;
  const { name, choices } = definition;
  const { values, faults } = readCustomFields([definition], { [name]: prose.value }, {});
  if (faults.length === 0) return accepted(values[name]!);
  return refused("not_a_choice", `${quoted(text)} is not one of its choices. Use ${choices.slice(0, 8).join(", ")}.`);
}

function parseNumber(text: string, definition: CustomFieldDefinition): CellResult<CustomFieldValue> {
  const number = parseCellDecimal(text);
  if (!number.ok || readCustomFields([definition], { [definition.name]: number.value }, {}).faults.length === 0) {
    return number;
  }
  return refused("too_large", `${quoted(text)} is more than can be counted.`);
}
