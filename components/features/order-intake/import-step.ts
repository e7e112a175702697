import type { ImportStatus } from "@/server/domain/intake/import-settings";

export type ImportStep = "columns" | "checking" | "review" | "importing" | "result" | "gone";

/** What a person has asked to look at again, against where the import itself stands. */
export type StepWish = "columns" | "review" | null;

/**
 * The screen an import is at. While the server works there is only its progress; before and after, people may go back
 * to the columns or to the rows that are left.
 */
export function importStep(
  status: ImportStatus,
  wish: StepWish,
  counts: { valid: number; invalid: number; imported: number },
): ImportStep {
  if (status === "discarded") return "gone";
  if (status === "checking" || status === "importing") return status;
  if (status === "uploaded" || wish === "columns") return "columns";
  if (wish === "review") return "review";
  if (status === "imported") return "result";
  // Failed before any row was checked: only the columns can help.
  if (status === "failed" && counts.valid + counts.invalid + counts.imported === 0) return "columns";
  return "review";
}

/** The steps as the head of the page shows them. */
export const SHOWN_STEPS = ["file", "columns", "review", "result"] as const;

/** Which of the shown steps is the current one. */
export function shownStep(step: ImportStep): number {
  if (step === "columns") return 1;
  if (step === "checking" || step === "review") return 2;
  return 3;
}
