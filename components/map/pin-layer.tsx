"use client";
import type { Marker } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { loadMapLibrary } from "./load-maplibre";
import { isMapAlive, useMap } from "./map-context";

export interface PinPosition {
  readonly lng: number;
  readonly lat: number;
}

export interface PinLayerProps {
  readonly position: PinPosition;
  /** Once, when the pin is let go or a key has moved it. */
  readonly onMoved: (position: PinPosition) => void;
  readonly label?: string;
}

const STEP_PIXELS = 2;
const LONG_STEP_PIXELS = 20;
const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One pin to put on the true door, by pointer or arrow keys. A single element, so it may live in the DOM. */
export function PinLayer({ position, onMoved, label }: PinLayerProps) {
  const { map } = useMap();
  const t = useWords("map");
  const name = label ?? t("pinLabel");
  const marker = useRef<Marker>(undefined);
  const latest = useRef({ position, onMoved });
  useEffect(() => {
    latest.current = { position, onMoved };
    marker.current?.setLngLat([position.lng, position.lat]);
  }, [position, onMoved]);

  useEffect(() => {
    let disposed = false;
    const element = pinElement(name);
    void loadMapLibrary().then(({ maplibre }) => {
      if (disposed || !isMapAlive(map)) return;
      const { lng, lat } = latest.current.position;
      const pin = new maplibre.Marker({ element, anchor: "bottom", draggable: true }).setLngLat([lng, lat]).addTo(map);
      marker.current = pin;
      const report = () => {
        const { lng, lat } = pin.getLngLat();
        latest.current.onMoved({ lng, lat });
      };
      pin.on("dragend", report);
      element.addEventListener("keydown", (event) => {
        const direction = KEYS[event.key];
        if (!direction) return;
        event.preventDefault();
        event.stopPropagation();
        const step = event.shiftKey ? LONG_STEP_PIXELS : STEP_PIXELS;
        const at = map.project(pin.getLngLat());
        pin.setLngLat(map.unproject([at.x + direction[0] * step, at.y + direction[1] * step]));
        report();
      });
    });
    return () => {
      disposed = true;
      marker.current?.remove();
      marker.current = undefined;
    };
  }, [map, name]);
  return null;
}

const SVG = "http://www.w3.org/2000/svg";

function pinElement(label: string): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "dray-map-pin";
  element.dataset.testid = "map-pin";
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 32 40");
  svg.setAttribute("aria-hidden", "true");
  const add = (name: string, attributes: Record<string, string>) => {
    const part = svg.appendChild(document.createElementNS(SVG, name));
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
  };
  add("path", {
    d: "M16 39C13 33 4 25 4 15a12 12 0 0 1 24 0c0 10-9 18-12 24Z",
    fill: "var(--map-accent)",
    stroke: "var(--map-surface)",
    "stroke-width": "2",
  });
  add("circle", { cx: "16", cy: "15", r: "4.5", fill: "var(--map-surface)" });
  element.append(svg);
  // Marker itself gives the element a name of its own unless it has one.
  element.setAttribute("aria-label", label);
  return element;
}
