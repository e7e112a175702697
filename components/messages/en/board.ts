export const board = {
  routes: "Routes",
  resizeList: "Resize the list",
  resizeProposal: "Resize the proposal",
  resizeInspector: "Resize the inspector",
  resizeTimeline: "Resize the timeline",
} as const;
