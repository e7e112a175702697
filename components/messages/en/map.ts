export const map = {
  mapLabel: "Map. Arrow keys pan, plus and minus zoom.",
  backgroundUnavailable: "Map background unavailable – plain land and water instead, everything else works",
  retry: "Try again",
  dismiss: "Dismiss",
  cannotDraw: "This browser cannot draw the map (WebGL 2 is off). Lists and timeline work.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  pinLabel: "Position pin. Arrow keys move it, with Shift further.",
} as const;
