import "server-only";
import type { MapFrame } from "@/server/domain/tracking/map-frame";
import type { BaseMap, Ground } from "@/server/ports/base-map";

/** Frames kept: a customer's map is asked for again and again while its van comes. */
const MOST_KEPT = 300;

interface Kept {
  readonly ground: Promise<Ground | null>;
  untilMs: number;
}

/**
 * Draws each frame once, as long as there is room to keep it and it is young; one that could not be drawn is tried anew, and one
 * with nothing in it after `keepNothingMs`.
 */
export function keepFrames(
  draw: BaseMap["draw"],
  { keepMs = Number.POSITIVE_INFINITY, keepNothingMs = Number.POSITIVE_INFINITY, nowMs = () => performance.now() } = {},
): BaseMap["draw"] {
  const kept = new Map<string, Kept>();
  function begin(frame: MapFrame): Kept {
    const atMs = nowMs();
    const begun: Kept = { ground: draw(frame), untilMs: atMs + keepMs };
    const settle = (ground: Ground | null) => {
      if (ground === null) begun.untilMs = atMs + Math.min(keepMs, keepNothingMs);
    };
    begun.ground.then(settle, () => {});
    return begun;
  }
  return (frame) => {
    const key = `${frame.center.lat} ${frame.center.lng} ${frame.halfMeters}`;
    const known = kept.get(key);
    const drawing = known && nowMs() < known.untilMs ? known : begin(frame);
    kept.delete(key);
    kept.set(key, drawing);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    drawing.ground.catch(() => kept.delete(key));
    return drawing.ground;
  };
}
