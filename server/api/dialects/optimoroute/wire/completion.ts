import { z } from "zod";
import { dateTime, integer, positionSchema, timeSchema } from "./common";
import { ORDER_STATUSES } from "./status";

const image = z.object({ type: z.string(), url: z.string() });
const scan = z.object({
  barcode: z.string().nullable(),
  scanInfo: z.object({
    status: z.enum(["success", "unscannable", "added", "replaced", "missing"]),
    scanned: z.string().optional(),
    images: z.array(image).optional(),
    type: z.string().optional(),
  }),
});

export const formSchema = z.object({
  note: z.string().optional(),
  signature: image.optional(),
  images: z.array(image).optional(),
  barcode: z.array(scan).optional(),
  barcode_collections: z.array(scan).optional(),
});
export type WireForm = z.output<typeof formSchema>;

export const completionSchema = z.object({
  status: z.enum(ORDER_STATUSES),
  startTime: timeSchema.optional(),
  startPosition: positionSchema.optional(),
  endTime: timeSchema.optional(),
  endPosition: positionSchema.optional(),
  form: formSchema.optional(),
  tracking_url: z.string().optional(),
});
export type WireCompletion = z.output<typeof completionSchema>;

export const completionItemSchema = z.object({
  success: z.boolean(),
  orderNo: z.string().optional(),
  id: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  data: completionSchema.optional(),
});

/** `2020-11-01T21:44:15`; a zone of UTC may be named. */
const utcText = z.union([dateTime, z.iso.datetime({ offset: true })]);
/** Seconds, as far as a date goes. */
const unixSeconds = integer.pipe(z.int().min(0).max(8_640_000_000_000));
const timeUpdateSchema = z
  .object({ unixTimestamp: unixSeconds.nullish(), utcTime: utcText.nullish(), localTime: dateTime.nullish() })
  .refine(({ unixTimestamp, utcTime, localTime }) => (unixTimestamp ?? utcTime ?? localTime) != null, {
    message: "needs unixTimestamp, utcTime or localTime",
  });
export type TimeUpdate = z.output<typeof timeUpdateSchema>;

export const completionUpdateSchema = z.object({
  status: z.enum(ORDER_STATUSES),
  startTime: timeUpdateSchema.nullish(),
  endTime: timeUpdateSchema.nullish(),
});
export type CompletionUpdate = z.output<typeof completionUpdateSchema>;
