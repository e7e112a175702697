import { z } from "zod";
import { timestampSchema } from "./proto";

export const TASK_TYPES = ["CHECKBOXES", "RADIO_BUTTONS", "TEXT_INPUT", "DECIMAL_INPUT", "SCANNER_INPUT"] as const;
export type TaskTypeWire = (typeof TASK_TYPES)[number];

const title = z.string().trim().min(1).max(200);

export const taskTemplateSchema = z
  .object({
    title,
    type: z.enum(TASK_TYPES),
    items: z
      .array(z.object({ title: title.max(100) }))
      .max(50)
      .optional(),
    requiredToMarkStopAsDelivered: z.boolean().optional(),
    requiredToMarkStopAsAttempted: z.boolean().optional(),
  })
  .refine(({ type, items = [] }) => !hasItems(type) || items.length > 0, {
    path: ["items"],
    message: "are required of CHECKBOXES and RADIO_BUTTONS",
  });
export type TaskTemplateWire = z.output<typeof taskTemplateSchema>;

export const hasItems = (type: TaskTypeWire): boolean => type === "CHECKBOXES" || type === "RADIO_BUTTONS";

export const taskSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    type: z.enum(TASK_TYPES),
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        complete: z.boolean(),
        updatedAt: timestampSchema.optional(),
      }),
    ),
    input: z
      .object({
        value: z.string(),
        updatedAt: timestampSchema,
        inputMethod: z.enum(["UNKNOWN", "SCANNED"]),
      })
      .optional(),
    requiredToMarkStopAsDelivered: z.boolean(),
    requiredToMarkStopAsAttempted: z.boolean(),
  })
  .meta({ id: "Task" });
export type TaskWire = z.input<typeof taskSchema>;
