const PANELS = ["list", "inspector", "timeline", "proposal"] as const;
export type PanelId = (typeof PANELS)[number];

export type CentreView = "map" | "columns";

/** How a person has arranged the board: what stands in its middle, what is shown around it, and how large. */
export interface PanelLayout {
  readonly centre: CentreView;
  readonly sizesPixels: Readonly<Record<PanelId, number>>;
  readonly hidden: readonly PanelId[];
}

/** The same, as preferences are kept: "list" is a size, "list-hidden" whether it is put away, "columns" the middle. */
export type KeptPanels = Readonly<Record<string, number | boolean>>;

export const DEFAULT_PANELS: PanelLayout = {
  centre: "map",
  sizesPixels: { list: 340, inspector: 340, timeline: 216, proposal: 340 },
  hidden: [],
};

const LEAST_PIXELS = 60;
const MOST_PIXELS = 2000;

/** The arrangement kept; what was never kept, or makes no sense, is as everybody begins. */
export function readPanels(kept: KeptPanels = {}): PanelLayout {
  const sizeOf = (panel: PanelId) => {
    const size = kept[panel];
    const isSize = typeof size === "number" && size >= LEAST_PIXELS && size <= MOST_PIXELS;
    return isSize ? Math.round(size) : DEFAULT_PANELS.sizesPixels[panel];
  };
  return {
    centre: kept.columns === true ? "columns" : "map",
    sizesPixels: {
      list: sizeOf("list"),
      inspector: sizeOf("inspector"),
      timeline: sizeOf("timeline"),
      proposal: sizeOf("proposal"),
    },
    hidden: PANELS.filter((panel) => kept[`${panel}-hidden`] === true),
  };
}

export function keepPanels({ centre, sizesPixels, hidden }: PanelLayout): KeptPanels {
  return {
    ...sizesPixels,
    columns: centre === "columns",
    ...Object.fromEntries(hidden.map((panel) => [`${panel}-hidden`, true])),
  };
}

export function turnCentre(layout: PanelLayout): PanelLayout {
  return { ...layout, centre: layout.centre === "map" ? "columns" : "map" };
}

export function isShown({ hidden }: PanelLayout, panel: PanelId): boolean {
  return !hidden.includes(panel);
}

export function togglePanel(layout: PanelLayout, panel: PanelId, shown = !isShown(layout, panel)): PanelLayout {
  if (shown === isShown(layout, panel)) return layout;
  return { ...layout, hidden: PANELS.filter((each) => (each === panel ? !shown : !isShown(layout, each))) };
}

/** Takes over the sizes of those panels among the ones told of; the map has what is left. */
export function resizePanels(layout: PanelLayout, sizesPixels: Readonly<Record<string, number>>): PanelLayout {
  const changed = PANELS.flatMap((panel) => {
    const size = Math.round(sizesPixels[panel] ?? layout.sizesPixels[panel]);
    return size === layout.sizesPixels[panel] ? [] : [[panel, size] as const];
  });
  if (changed.length === 0) return layout;
  return { ...layout, sizesPixels: { ...layout.sizesPixels, ...Object.fromEntries(changed) } };
}
