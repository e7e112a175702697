import "server-only";
import type { BaseMap, Ground } from "@/server/ports/base-map";

/** Frames kept: a customer's map is asked for again and again while its van comes. */
const MOST_KEPT = 300;

/** Draws each frame once, as long as there is room to keep it and it is young; one that could not be drawn is tried anew. */
export function keepFrames(
  draw: BaseMap["draw"],
  { keepMs = Number.POSITIVE_INFINITY, nowMs = () => performance.now() } = {},
): BaseMap["draw"] {
  const kept = new Map<string, { readonly ground: Promise<Ground | null>; readonly atMs: number }>();
  return (frame) => {
    const key = `${frame.center.lat} ${frame.center.lng} ${frame.halfMeters}`;
    const known = kept.get(key);
    const drawing = known && nowMs() - known.atMs < keepMs ? known : { ground: draw(frame), atMs: nowMs() };
    kept.delete(key);
    kept.set(key, drawing);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    drawing.ground.catch(() => kept.delete(key));
    return drawing.ground;
  };
}
