import { describe, expect, it } from "vitest";
import { DEFAULT_PANELS, isShown, keepPanels, readPanels, resizePanels, togglePanel, turnCentre } from "./panel-layout";

describe("the arrangement of the board", () => {
  it("comes back as it was kept", () => {
    const mine = resizePanels(togglePanel(DEFAULT_PANELS, "timeline"), { list: 400.4, map: 700 });
    expect(readPanels(keepPanels(mine))).toEqual(mine);
    expect(isShown(mine, "timeline")).toBe(false);
    expect(mine.sizesPixels.list).toBe(400);
  });

  it("starts as everybody's where nothing, or nonsense, was kept", () => {
    expect(readPanels()).toEqual(DEFAULT_PANELS);
    expect(readPanels({ list: 1, inspector: true, timeline: 99_999, map: 300, "map-hidden": true })).toEqual(
      DEFAULT_PANELS,
    );
    expect(readPanels({ list: 400 }).sizesPixels).toEqual({ ...DEFAULT_PANELS.sizesPixels, list: 400 });
  });

  it("remembers whether the map or the columns stand in the middle", () => {
    const columns = turnCentre(DEFAULT_PANELS);
    expect(readPanels(keepPanels(columns)).centre).toBe("columns");
    expect(readPanels(keepPanels(turnCentre(columns)))).toEqual(DEFAULT_PANELS);
  });

  it("is the same object while nothing changes", () => {
    expect(togglePanel(DEFAULT_PANELS, "list", true)).toBe(DEFAULT_PANELS);
    expect(resizePanels(DEFAULT_PANELS, { list: DEFAULT_PANELS.sizesPixels.list })).toBe(DEFAULT_PANELS);
    expect(togglePanel(togglePanel(DEFAULT_PANELS, "list"), "list")).toEqual(DEFAULT_PANELS);
  });
});
