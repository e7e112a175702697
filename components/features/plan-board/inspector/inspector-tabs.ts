/** What the inspector can show: the picked stops, the route they are on or that was picked, the day. */
export type InspectorTab = "stop" | "route" | "day";

export interface Picked {
  readonly stops: number;
  readonly hasRoute: boolean;
}

/** The tabs there is something to show for, the narrowest first. */
export function tabsFor({ stops, hasRoute }: Picked): InspectorTab[] {
  return [...(stops > 0 ? ["stop" as const] : []), ...(hasRoute ? ["route" as const] : []), "day"];
}

/**
 * The tab to stand on: what the person chose as long as it exists, else the narrowest. A choice of the day ends with the
 * next pick, for whoever clicks a stop wants to see it; a choice of the route lasts from stop to stop.
 */
export function tabShown(chosen: InspectorTab | null, picked: Picked): InspectorTab {
  const tabs = tabsFor(picked);
  return chosen !== null && tabs.includes(chosen) ? chosen : tabs[0]!;
}

export function choiceAfterPick(chosen: InspectorTab | null): InspectorTab | null {
  return chosen === "route" ? "route" : null;
}
