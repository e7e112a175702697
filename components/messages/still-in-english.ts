/** Files with texts that are not messages yet. The list only shrinks. */
export const STILL_IN_ENGLISH: readonly string[] = [
  "components/features/plan-board/optimize/alternatives-table.tsx",
  "components/features/plan-board/optimize/cost-curve.tsx",
  "components/features/plan-board/optimize/job-card.tsx",
  "components/features/plan-board/optimize/proposal-panel.tsx",
  "components/features/plan-board/optimize/strategy-words.ts",
  "components/features/plan-board/optimize/unassigned-list.tsx",
  "components/features/plan-board/optimize/use-optimization.ts",
  "components/features/plan-board/optimize/wishes-fields.tsx",
];
