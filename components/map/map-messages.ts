/** Every word the map says; the app passes its translation. */
export interface MapMessages {
  readonly mapLabel: string;
  readonly backgroundUnavailable: string;
  readonly retry: string;
  readonly dismiss: string;
  readonly cannotDraw: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly pinLabel: string;
}

export const ENGLISH_MAP_MESSAGES: MapMessages = {
  mapLabel: "Map. Arrow keys pan, plus and minus zoom.",
  backgroundUnavailable: "Map background unavailable – plain land and water instead, everything else works",
  retry: "Try again",
  dismiss: "Dismiss",
  cannotDraw: "This browser cannot draw the map (WebGL 2 is off). Lists and timeline work.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  pinLabel: "Position pin. Arrow keys move it, with Shift further.",
};
