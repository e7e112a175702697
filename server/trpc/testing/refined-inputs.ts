import type { MarkedIds } from "@/server/testing/marked-tenant";

/** Puts right what a schema's refinements ask beyond its shape, per procedure. */
type Refine = (sample: Record<string, unknown>, ids: MarkedIds) => unknown;

export const REFINED_INPUTS: Readonly<Record<string, Refine>> = {
  "execution.report": (sample) => ({ ...sample, act: { ...(sample.act as object), type: "start-route" } }),
  "order.create": (sample) => ({ ...sample, deliveries: [{ dropoff: { address: { street: "Sample 1" } } }] }),
  "order.edit": (sample) => ({ ...sample, changes: { notes: "changed" } }),
};
