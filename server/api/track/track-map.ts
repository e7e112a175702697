import "server-only";
import { html, raw } from "hono/html";
import type { Language } from "@/server/domain/preference/preferences";
import {
  MAP_HEIGHT,
  MAP_WIDTH,
  type MapFrame,
  mapFrame,
  mapScale,
  placeOnMap,
} from "@/server/domain/tracking/map-frame";
import type { TrackingPage } from "@/server/domain/tracking/tracking-page";
import { type TrackingWords, trackingWords } from "@/server/domain/tracking/tracking-words";
import type { BaseMap, BaseMapPaths } from "@/server/ports/base-map";
import type { Markup } from "./track-document";

/** Where the van is on a map, and the map; nothing in it is a place on earth. */
export interface DrawnMap {
  /** Changes when the map is another; the van moves on the same one until then. */
  readonly frame: string;
  readonly van: readonly [x: number, y: number];
  readonly figure: Markup;
}

const CENTER = { x: MAP_WIDTH / 2, y: MAP_HEIGHT / 2 };
const MARGIN = 24;
/** From here on lines are drawn finer. */
const WIDE_HALF_METERS = 2500;

/** The map of a page on which the van may be seen; null: there is nothing to show, and no ground is looked for. */
export async function drawMap(
  baseMap: () => Promise<BaseMap>,
  page: TrackingPage,
  language: Language,
): Promise<DrawnMap | null> {
  if (!page.map) return null;
  const { van, door } = page.map;
  const frame = mapFrame(door, van);
  if (!frame) return null;
  const { x, y } = placeOnMap(frame, van);
  const ground = await (await baseMap()).draw(frame);
  const words = trackingWords(language);
  const credit = ground?.attribution ?? "";
  // One without its ground is another one: it is drawn anew as soon as there is some.
  const name = ground ? String(frame.halfMeters) : `${frame.halfMeters}-bare`;
  return {
    frame: name,
    van: [x, y],
    figure: html`${svgOf(words, { ...frame, name }, ground?.paths ?? null, { x, y })}
<p class="caption">${words.map.caption}${credit && html` <small>${credit}</small>`}</p>`,
  };
}

function svgOf(
  { map: words }: TrackingWords,
  frame: MapFrame & { readonly name: string },
  paths: BaseMapPaths | null,
  van: { readonly x: number; readonly y: number },
): Markup {
  const { meters, units } = mapScale(frame);
  const scale = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
  const [left, bottom] = [MARGIN, MAP_HEIGHT - MARGIN];
  return html`<svg viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}" data-frame="${frame.name}"${frame.halfMeters >= WIDE_HALF_METERS ? " data-wide" : ""} role="img" aria-label="${words.title}">
${paths ? groundOf(paths) : ""}${ringsOf(units)}
<circle class="about" cx="${CENTER.x}" cy="${CENTER.y}" r="32"/><circle class="door" cx="${CENTER.x}" cy="${CENTER.y}" r="10"/>
<text x="${CENTER.x}" y="${CENTER.y + 56}" text-anchor="middle">${words.door}</text>
<g class="moves" transform="translate(${van.x} ${van.y})"><circle class="area" r="32"/><circle class="van" r="17"/><path class="glyph" d="M-9-6H2v9H-9zM3.5-3H7l3 3.5V3H3.5zM-8 4.5a2.5 2.5 0 0 0 5 0zM3 4.5a2.5 2.5 0 0 0 5 0z"/></g>
<path class="bar" d="M${left} ${bottom - 6}v6h${units}v-6"/><text x="${left + units / 2}" y="${bottom - 14}" text-anchor="middle">${scale}</text>
<path class="north" d="M${MAP_WIDTH - MARGIN - 8} ${MARGIN}l8 20-8-5-8 5z"/><text x="${MAP_WIDTH - MARGIN - 8}" y="${MARGIN + 46}" text-anchor="middle">${words.north}</text>
</svg>`;
}

function groundOf({ green, water, streams, minor, major }: BaseMapPaths): Markup {
  const path = (name: string, data: string) => (data === "" ? "" : html`<path class="${name}" d="${raw(data)}"/>`);
  return html`${path("green", green)}${path("water", water)}${path("stream", streams)}${path("minor", minor)}${path("edge", major)}${path("major", major)}`;
}

/** Circles of round distances around the door: all there is where no map is at hand, or only part of one. */
function ringsOf(units: number): Markup {
  const reach = Math.hypot(CENTER.x, CENTER.y);
  const count = Math.floor(reach / units);
  return html`${Array.from(
    { length: count },
    (_, index) => html`<circle class="ring" cx="${CENTER.x}" cy="${CENTER.y}" r="${(index + 1) * units}"/>`,
  )}`;
}
