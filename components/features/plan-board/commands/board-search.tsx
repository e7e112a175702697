import { MapPin, Route } from "lucide-react";
import type { CommandSearch } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { formatTimeOfDay } from "@/components/lib/format";
import { matchScore, queryWords } from "@/components/lib/rank-commands";
import { foldText } from "@/server/domain/address/fold-text";
import { type BoardRoute, type BoardVisit, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardStore } from "../board-store";
import { openPool, toggleRoute } from "../route-list/toggle-row";
import { clearSelection, selectStop } from "../select-stops";

interface SearchParts {
  /** Read late: the board changes under an open palette. */
  readonly board: () => PlanBoard;
  readonly store: BoardStore;
}

const MOST_STOPS = 8;
const MOST_ROUTES = 5;
const EXACT = 100;

const textsOfVisits = new WeakMap<
  ReadonlyMap<string, BoardVisit>,
  readonly (readonly [BoardVisit, string, string])[]
>();

/** Each visit with its number and all it is found by, folded; made once per reading of the day. */
function visitTexts(board: PlanBoard) {
  const known = textsOfVisits.get(board.visits);
  if (known) return known;
  const texts = [...board.visits.values()].map(
    (visit) =>
      [
        visit,
        foldText(visit.externalId),
        foldText(`${visit.externalId} ${visit.name} ${visit.street} ${visit.place}`),
      ] as const,
  );
  textsOfVisits.set(board.visits, texts);
  return texts;
}

/** Jumps to a stop by its number, address or recipient. */
export function stopSearch({ board, store }: SearchParts): CommandSearch {
  const commandOf = (visit: BoardVisit) => stopCommand(board(), store, visit);
  return {
    group: "Stops",
    search: (query) => {
      const words = queryWords(query);
      const number = words.join(" ");
      const found: { visit: BoardVisit; score: number }[] = [];
      for (const [visit, reference, text] of visitTexts(board())) {
        const score = matchScore(text, words) + (reference !== "" && reference === number ? EXACT : 0);
        if (score > 0) found.push({ visit, score });
      }
      return found
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_STOPS)
        .map(({ visit }) => commandOf(visit));
    },
    recall: (id) => {
      const visit = id.startsWith("stop:") ? board().visits.get(id.slice(5)) : undefined;
      return visit && commandOf(visit);
    },
  };
}

function stopCommand(board: PlanBoard, store: BoardStore, visit: BoardVisit): Command {
  const place = stopPlaces(board).get(visit.id);
  const where = place
    ? `Route ${place.route.number} · ${formatTimeOfDay(place.route.schedule.stops[place.index]!.arriveSeconds)}`
    : "Unassigned";
  const address = [visit.street, visit.place].filter(Boolean).join(", ");
  return {
    id: `stop:${visit.id}`,
    label: visit.name || visit.externalId,
    hint: [where, visit.name ? visit.externalId : "", address].filter(Boolean).join(" · "),
    icon: <MapPin />,
    enabled: true,
    run: () => {
      if (place) toggleRoute(store, place.route.id, true);
      else openPool(store, true);
      selectStop(store, visit.id, "replace", []);
      bringIntoView(store);
    },
  };
}

/** Jumps to a route by its number, driver or vehicle. */
export function routeSearch({ board, store }: SearchParts): CommandSearch {
  return {
    group: "Routes",
    search: (query) => {
      const words = queryWords(query);
      const typed = /^(?:r|route)?\s*(\d+)$/i.exec(query.trim())?.[1];
      return board()
        .routes.map((route) => {
          const exact = typed !== undefined && Number(typed) === route.number ? EXACT : 0;
          return { route, score: exact + matchScore(routeText(route), words) };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_ROUTES)
        .map(({ route }) => routeCommand(store, route));
    },
    recall: (id) => {
      const route = id.startsWith("route:") ? board().routes.find((each) => each.id === id.slice(6)) : undefined;
      return route && routeCommand(store, route);
    },
  };
}

function routeText({ number, driver, vehicle }: BoardRoute): string {
  return foldText(`route ${number} ${driver.name} ${vehicle.label} ${vehicle.registration}`);
}

function routeCommand(store: BoardStore, route: BoardRoute): Command {
  return {
    id: `route:${route.id}`,
    label: `Route ${route.number}`,
    hint: `${route.driver.name} · ${route.stops.length === 1 ? "1 stop" : `${route.stops.length} stops`}`,
    icon: <Route />,
    enabled: true,
    run: () => {
      clearSelection(store, { kind: "route", id: route.id });
      toggleRoute(store, route.id, true);
      bringIntoView(store);
    },
  };
}

/** The list takes the focus, so that keys go on from there, and the map shows the place. */
function bringIntoView(store: BoardStore): void {
  store.setState(({ fitRequests, listFocusRequests }) => ({
    fitRequests: fitRequests + 1,
    listFocusRequests: listFocusRequests + 1,
  }));
}
