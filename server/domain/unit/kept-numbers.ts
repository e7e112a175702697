import { z } from "zod";

/** Where what is said by the kilometre or kilogram is kept to: fine enough for a cent a mile to come back as it was typed. */
export const RATE_STEPS = 100;

/** A rate as it is kept. */
export function toRate(value: number): number {
  return Math.round(value * RATE_STEPS) / RATE_STEPS;
}

/** Near lengths that people set are kept to the decimetre: a foot is no whole number of metres. */
export const LENGTH_STEPS = 10;

/** A length in metres, `least` to `most`, that somebody sets. */
export function lengthSchema(least: number, most: number) {
  return z
    .number()
    .min(least)
    .max(most)
    .overwrite((meters) => Math.round(meters * LENGTH_STEPS) / LENGTH_STEPS);
}

/** A price or an emission by the kilometre or kilogram, from 0 to `most`; parts of a cent or gram count. */
export function rateSchema(most: number) {
  return z.number().min(0).max(most).overwrite(toRate);
}
