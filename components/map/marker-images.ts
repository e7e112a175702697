import type { Map as MapLibreMap } from "maplibre-gl";
import { drawMarker } from "./draw-marker";

/**
 * Icons with their text baked in, drawn the first time a layer asks for them by name. Text drawn by us does not depend
 * on the glyph server of whatever style is configured, and an icon with its number collides as one piece.
 */
export function drawMarkerImages(map: MapLibreMap): void {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  map.setMissingStyleImageResolver(async (id) => {
    if (!id.startsWith("dray/") || map.hasImage(id)) return;
    const pixelRatio = Math.min(3, Math.max(1, Math.ceil(map.getPixelRatio())));
    const drawing = drawMarker(id);
    const measured = drawing.measure(context);
    canvas.width = Math.ceil(measured.width) * pixelRatio;
    canvas.height = Math.ceil(measured.height) * pixelRatio;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    drawing.draw(context, Math.ceil(measured.width), Math.ceil(measured.height));
    map.addImage(id, context.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio });
  });
}
