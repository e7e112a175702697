"use client";
import { useEffect, useRef } from "react";
import { drawMarker } from "./draw-marker";
import { type MarkerName, NEUTRAL_HUE } from "./marker-id";
import { CASING_COLOR, type MapTheme, routeHue } from "./route-palette";

export interface MarkerSampleProps {
  readonly theme: MapTheme;
  readonly kind: Extract<MarkerName["kind"], "stop" | "pool" | "depot">;
  readonly state: string;
  readonly text?: string;
}

/** One of the map's signs, for a legend: drawn by the same hand. */
export function MarkerSample({ theme, kind, state, text = "" }: MarkerSampleProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context) return;
    const drawing = drawMarker(`dray/${kind}/${theme}/${kind === "stop" ? 0 : NEUTRAL_HUE}/${state}/${text}`);
    const measured = drawing.measure(context);
    const [width, height] = [Math.ceil(measured.width), Math.ceil(measured.height)];
    const ratio = Math.max(1, Math.ceil(devicePixelRatio));
    canvas.current.width = width * ratio;
    canvas.current.height = height * ratio;
    canvas.current.style.width = `${width}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawing.draw(context, width, height);
  }, [theme, kind, state, text]);
  return <canvas ref={canvas} className="block" />;
}

/** A piece of the dashed line that a change would add. */
export function GhostSample({ theme }: { theme: MapTheme }) {
  const line = { x1: 2, x2: 46, y1: 6, y2: 6 };
  return (
    <svg width={48} height={12} viewBox="0 0 48 12" aria-hidden="true" focusable="false">
      <line {...line} stroke={CASING_COLOR[theme]} strokeWidth={8} strokeLinecap="round" />
      <line {...line} stroke={routeHue(theme, 0)} strokeWidth={4.5} strokeDasharray="7.2 4.5" />
    </svg>
  );
}
