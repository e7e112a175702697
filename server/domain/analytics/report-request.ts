import { z } from "zod";
import { localDateSchema } from "@/server/domain/time/local-date";
import { BREAKDOWNS, FIGURE_GROUPS } from "./breakdown";
import { isPeriod, LONGEST_PERIOD_DAYS } from "./period";

const spanShape = {
  fromDate: localDateSchema,
  toDate: localDateSchema,
  /** Absent: all projects. */
  projectId: z.uuid().optional(),
};
const span = z.object(spanShape);
const inOrder = {
  message: `must begin before they end, and be ${LONGEST_PERIOD_DAYS} days at most`,
  path: ["fromDate"],
};
const isSpan = ({ fromDate, toDate }: z.output<typeof span>) => isPeriod(fromDate, toDate);

/** Which figures are asked for, of which days, told apart how. */
export const reportRequestSchema = z
  .object({ ...spanShape, group: z.enum(FIGURE_GROUPS), by: z.enum(BREAKDOWNS) })
  .refine(isSpan, inOrder);
export type ReportRequest = z.output<typeof reportRequestSchema>;

/** Figures behind which there are single orders, and those behind which there are routes. */
export const ORDER_FIGURES = ["late", "failed", "firstFailed", "etaOff", "unlocated", "rolledOver"] as const;
export type OrderFigure = (typeof ORDER_FIGURES)[number];

/** The orders behind a figure: of all, or of one line of its table (`key`; null: of the line that has none). */
export const behindRequestSchema = z
  .object({
    ...spanShape,
    figure: z.enum(ORDER_FIGURES),
    by: z.enum(BREAKDOWNS),
    key: z.string().max(100).nullish(),
  })
  .refine(isSpan, inOrder);

export const routesRequestSchema = z
  .object({ ...spanShape, by: z.enum(BREAKDOWNS), key: z.string().max(100).nullish() })
  .refine(isSpan, inOrder);
