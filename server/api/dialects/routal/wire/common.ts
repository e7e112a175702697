import { z } from "zod";

/** An id of this API. */
export const idField = z.string().regex(/^[0-9a-f]{24}$/, { message: "must be 24 hexadecimal digits" });
/** In paths: what is no id is the id of nothing. */
export const pathId = z.string().max(100);

/** What a page of a list is asked with. */
export const pageQuery = {
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(20),
};

/** A page of a list as it is answered. */
export const pageSchema = <S extends z.ZodType>(item: S) =>
  z.object({
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
    pages: z.int(),
    page: z.int().describe("From 1."),
    docs: z.array(item),
  });

/** A page's frame around its items. */
export function pageOf<T>(docs: readonly T[], total: number, { offset, limit }: { offset: number; limit: number }) {
  const pages = Math.max(1, Math.ceil(total / limit));
  return { total, limit, offset, pages, page: Math.floor(offset / limit) + 1, docs };
}

/** `true`, `false`, `1`, `0`. */
export const flagField = z.enum(["true", "false", "1", "0"]).transform((text) => text === "true" || text === "1");

/** Must begin with + and have 7 to 15 digits, the first no zero. */
export const phoneField = z
  .string()
  .regex(/^(\+[1-9]\d{6,14})?$/, { message: "must be E.164: + and 7 to 15 digits" })
  .nullish();
export const emailField = z.union([z.literal(""), z.email().max(254)]).nullish();

const text = (max: number) => z.string().max(max).nullish();

/** A place; whatever else is sent of it is handed back. */
export const locationSchema = z
  .looseObject({
    lat: z.number().min(-90).max(90).nullish(),
    lng: z.number().min(-180).max(180).nullish(),
    address: text(500).describe("Free text."),
    label: text(500),
    street: text(300),
    postal_code: text(20),
    city: text(100),
    state: text(100),
    country: text(100),
    country_code: text(10),
    comments: text(2000),
  })
  .meta({ id: "Location" });
export type WireLocation = z.output<typeof locationSchema>;
