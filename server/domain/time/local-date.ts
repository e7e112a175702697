import { z } from "zod";

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar day without a zone, `YYYY-MM-DD`, that exists and lies between 2000 and 2100. */
export const localDateSchema = z
  .string()
  .refine(isLocalDate, { message: "must be a real day written YYYY-MM-DD, between 2000 and 2100" });

/** True for an existing day written `YYYY-MM-DD` in the years a dispatch desk can mean. */
export function isLocalDate(text: string): boolean {
  const match = DATE_PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 2000 || year > 2100) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day so many days later; earlier where negative. */
export function addLocalDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
