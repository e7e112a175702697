import { z } from "zod";

/** A field of its own that a project's orders may have. */
export const customFieldDefinitionSchema = z.object({
  name: z.string().trim().min(1).max(60),
  kind: z.enum(["text", "number", "boolean"]),
  /** Of a text: the values it may have; none: any. */
  choices: z.array(z.string().max(200)).max(200).default([]),
});
export type CustomFieldDefinition = z.output<typeof customFieldDefinitionSchema>;

const TYPES = { text: "string", number: "number", boolean: "boolean" } as const;

/** What of an order's own fields the project does not know, or knows otherwise: one sentence each, by field. */
export function customFieldFaults(
  definitions: readonly CustomFieldDefinition[],
  values: Readonly<Record<string, unknown>>,
): readonly { readonly path: string; readonly message: string }[] {
  const known = new Map(definitions.map((each) => [each.name, each]));
  return Object.entries(values).flatMap(([name, value]) => {
    const definition = known.get(name);
    const said = (message: string) => [{ path: `customFields.${name}`, message }];
    if (!definition) return said("is no field of this project");
    if (typeof value !== TYPES[definition.kind]) return said(`must be a ${definition.kind}`);
    const { choices } = definition;
    return choices.length > 0 && !choices.includes(String(value)) ? said(`must be one of ${choices.join(", ")}`) : [];
  });
}
