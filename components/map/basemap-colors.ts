import { LAND_COLOR, type MapTheme } from "./route-palette";

/** Quiet tones around the land colour: the routes are the figure, the city is the ground. */
export const BASEMAP_COLORS = {
  light: {
    land: LAND_COLOR.light,
    residential: "#eeebe5",
    green: "#e3e9d8",
    water: "#cfdde4",
    building: "#e7e3dc",
    buildingEdge: "#dcd7ce",
    road: "#ffffff",
    mainRoad: "#fffdf6",
    roadCasing: "#d4cec3",
    path: "#dfdad0",
    rail: "#cfcac1",
    boundary: "#b9b2a8",
    grid: "#e2ded6",
    gridStrong: "#d3cec4",
    label: "#6a655d",
    placeLabel: "#4c4842",
    waterLabel: "#6d8796",
    labelHalo: "#f7f5f2",
  },
  dark: {
    land: LAND_COLOR.dark,
    residential: "#1e242d",
    green: "#1d2a29",
    water: "#121720",
    building: "#232a34",
    buildingEdge: "#2a323d",
    road: "#364150",
    mainRoad: "#434f5f",
    roadCasing: "#161b22",
    path: "#2a323c",
    rail: "#2b333e",
    boundary: "#4a5563",
    grid: "#242b35",
    gridStrong: "#2f3844",
    label: "#98a3b1",
    placeLabel: "#b6c0cc",
    waterLabel: "#56708a",
    labelHalo: "#1b2028",
  },
} satisfies Record<MapTheme, Record<string, string>>;

export type BasemapColors = (typeof BASEMAP_COLORS)["light"];
