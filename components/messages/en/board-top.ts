export const boardTop = {
  mode: "Mode",
  "mode.plan": "Plan",
  "mode.live": "Live",
  "mode.review": "Review",
  panels: "Panels",
  "panel.list": "List",
  "panel.timeline": "Timeline",
  "panel.inspector": "Inspector",
} as const;
