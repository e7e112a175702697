import type { Priority } from "@/server/domain/plan/routing-problem";

const NUMBERS: Readonly<Record<Priority, number>> = { low: 2, normal: 5, high: 8, critical: 10 };

/** 1 (low) to 10 (high); 0 is as good as unset. */
export function toPriority(priority = 0): Priority {
  if (priority >= 8) return "high";
  return priority >= 1 && priority <= 3 ? "low" : "normal";
}

/** The number that was said while it means what the delivery has; a critical delivery is a high one here. */
export function fromPriority(priority: Priority, sent: number | undefined): number | undefined {
  const is = priority === "critical" ? "high" : priority;
  if (toPriority(sent) === is) return sent;
  return NUMBERS[priority];
}
