import { z } from "zod";

const LONGEST_WINDOW_DAYS = 9;
const DAY_MS = 86_400_000;
const text = (max: number) => z.string().trim().max(max);

/** Values of the project's own fields, by their names; null or an empty text empties one. */
export const ownValuesSchema = z
  .record(z.string().trim().min(1).max(60), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
  .refine((values) => Object.keys(values).length <= 100, { message: "must not have more than 100 fields" })
  .meta({
    id: "CustomFields",
    description:
      "Fields the project has of its own (Settings → Custom fields), by their names; any other is refused, as is a value " +
      "that is not of the field's kind. Once some of a new one are said, required ones have to be. Null empties one that is not required.",
  });

export const instantSchema = z.iso.datetime({ offset: true }).describe("RFC 3339.");

export const pointSchema = z
  .object({
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    accuracy_meters: z.number().min(0).optional(),
    timestamp: instantSchema.optional(),
  })
  .refine(({ lat, lon }) => lat !== 0 || lon !== 0, { message: "must be a position on land, not 0/0" })
  .meta({ id: "Location", description: "WGS84." });

const addressFields = z.object({
  line1: text(200).optional(),
  line2: text(200).optional(),
  city: text(100).optional(),
  region: text(100).optional(),
  postal_code: text(20).optional(),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, { message: "must be an ISO 3166-1 code of two letters" })
    .optional(),
  formatted: text(200).optional(),
  location: pointSchema.optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});
export type WireAddress = z.output<typeof addressFields>;

export const addressSchema = addressFields
  .refine(saysWhere, { message: "needs line1, formatted, or a location" })
  .meta({ id: "Address", description: "Coordinates win over geocoding; lat and lon may stand beside line1." });

export const addressPatchSchema = addressFields
  .refine((address) => saysWhere(address) || isSecondLine(address), {
    message: "needs line1, formatted, or a location; or line2 and nothing else",
  })
  .meta({
    id: "AddressPatch",
    description: "Takes the place of the one there; `line2` alone only of its second line.",
  });

function saysWhere({ line1, formatted, location, lat, lon }: WireAddress): boolean {
  return Boolean(line1 || formatted || location) || (lat !== undefined && lon !== undefined);
}

/** True for an address that says nothing but its second line: all else of it is as it was. */
export function isSecondLine({ line2, ...rest }: WireAddress): boolean {
  return line2 !== undefined && Object.values(rest).every((value) => value === undefined);
}

export const windowSchema = z
  .object({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { message: "must end after it begins" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_WINDOW_DAYS * DAY_MS, {
    message: `must be ${LONGEST_WINDOW_DAYS} days at most`,
  })
  .meta({ id: "Window" });
export type WireWindow = z.output<typeof windowSchema>;

export const personSchema = z
  .object({
    name: text(120).optional(),
    phone: text(60).optional(),
    email: z.union([z.literal(""), z.email().max(254)]).optional(),
  })
  .meta({ id: "Person" });

export const pageQuerySchema = z.object({
  cursor: z.string().max(1000).optional().describe("next_cursor of the page before."),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
});

/** A page of a list. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });
