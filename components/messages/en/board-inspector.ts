export const boardInspector = {
  title: "Inspector",
  "tab.stop": "Stop",
  "tab.stops": "Stops",
  "tab.route": "Route {number}",
  "tab.day": "Day",
} as const;
