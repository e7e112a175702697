/** Where an assignment stands for the partner who has it: to be answered, to be done, or over. */
export const ASSIGNMENT_STAGES = ["waiting", "open", "ended"] as const;
export type AssignmentStage = (typeof ASSIGNMENT_STAGES)[number];
