import type { ServerResponse } from "node:http";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { encodePolyline } from "@/server/domain/polyline";

/** Answers by itself, or returns what is to be answered as JSON. */
export type Answer = (request: { url: URL; body: string }, response: ServerResponse) => unknown;

/** No road leads here. */
export const LAKE: LatLng = { lat: 55.9, lng: 12.9 };
const isLake = ({ lat, lng }: LatLng) => lat === LAKE.lat && lng === LAKE.lng;
/** Ten metres a second along the straight line, twice as long northwards. */
export const secondsOf = (from: LatLng, to: LatLng) => (distanceMeters(from, to) / 10) * (to.lat > from.lat ? 2 : 1);

/** osrm-routed as its HTTP documentation describes it, with the table size it comes with. */
export function osrm(maxTableSize = 100): Answer {
  return ({ url }, response) => {
    const [, service, version, , encoded] = url.pathname.split("/");
    const positions = encoded!.split(";").map((pair) => {
      const [lng, lat] = pair.split(",").map(Number);
      return { lat: lat!, lng: lng! };
    });
    const refuse = (code: string) => {
      response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ code, message: code }));
    };
    if (version !== "v1") return refuse("InvalidVersion");
    if (service === "route")
      return { code: "Ok", routes: [{ legs: positions.slice(1).map((to, i) => osrmLeg(positions[i]!, to)) }] };
    const indices = (name: string) => url.searchParams.get(name)?.split(";").map(Number) ?? [...positions.keys()];
    const [sources, destinations] = [indices("sources"), indices("destinations")];
    if (sources.length * destinations.length > maxTableSize ** 2) return refuse("TooBig");
    const table = (measure: (from: LatLng, to: LatLng) => number) =>
      sources.map((from) =>
        destinations.map((to) =>
          from !== to && [from, to].some((i) => isLake(positions[i]!))
            ? null
            : measure(positions[from]!, positions[to]!),
        ),
      );
    const snapped = (list: number[]) => list.map((i) => ({ hint: "", distance: isLake(positions[i]!) ? 740.2 : 12.5 }));
    return {
      code: "Ok",
      durations: table(secondsOf),
      ...(url.searchParams.get("annotations") === "duration,distance" && { distances: table(distanceMeters) }),
      sources: snapped(sources),
      destinations: snapped(destinations),
    };
  };
}

function osrmLeg(from: LatLng, to: LatLng) {
  const middle = { lat: (from.lat + to.lat) / 2, lng: (from.lng + to.lng) / 2 };
  const steps = [
    [from, middle],
    [middle, to],
    [to, to],
  ].map((way) => ({ geometry: encodePolyline(way) }));
  return { duration: secondsOf(from, to), distance: distanceMeters(from, to), steps };
}

type ValhallaLocation = { lat: number; lon: number; search_cutoff: number };
const fromValhalla = ({ lat, lon }: ValhallaLocation): LatLng => ({ lat, lng: lon });

/** valhalla_service as its API reference describes it, with the limits it comes with. */
export function valhalla({ maxPairs = 2500, isConcise = true } = {}): Answer {
  return ({ url, body }, response) => {
    const asked = JSON.parse(body) as Record<"locations" | "sources" | "targets", ValhallaLocation[]>;
    const refuse = (error_code: number, error: string) => {
      response.writeHead(400).end(JSON.stringify({ error_code, error, status_code: 400, status: "Bad Request" }));
    };
    if (url.pathname === "/locate") {
      return asked.locations.map((location) => ({
        input_lat: location.lat,
        edges: isLake(fromValhalla(location)) ? null : [{ way_id: 1 }],
      }));
    }
    if (url.pathname === "/route") {
      if (asked.locations.length > 20) return refuse(150, "Exceeded max locations: 20");
      const positions = asked.locations.map(fromValhalla);
      return { trip: { status: 0, legs: positions.slice(1).map((to, i) => valhallaLeg(positions[i]!, to)) } };
    }
    const [sources, targets] = [asked.sources.map(fromValhalla), asked.targets.map(fromValhalla)];
    if (sources.length * targets.length > maxPairs) return refuse(150, `Exceeded max locations: ${maxPairs}`);
    if ([...sources, ...targets].some(isLake)) return refuse(171, "No suitable edges near location");
    if (isConcise) {
      const durations = sources.map((from) => targets.map((to) => secondsOf(from, to)));
      const distances = sources.map((from) => targets.map((to) => distanceMeters(from, to) / 1000));
      return { sources_to_targets: { durations, distances }, units: "kilometers" };
    }
    const pair = (from: LatLng, to: LatLng) => ({
      time: secondsOf(from, to),
      distance: distanceMeters(from, to) / 1000,
    });
    return { sources_to_targets: sources.map((from) => targets.map((to) => pair(from, to))), units: "kilometers" };
  };
}

function valhallaLeg(from: LatLng, to: LatLng) {
  const summary = { time: secondsOf(from, to), length: distanceMeters(from, to) / 1000 };
  return { summary, shape: encodePolyline([from, to], 6) };
}
