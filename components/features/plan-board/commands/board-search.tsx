import { MapPin, Route } from "lucide-react";
import type { CommandSearch } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { matchScore, queryWords } from "@/components/lib/rank-commands";
import type { Words } from "@/components/lib/words/words";
import { foldText } from "@/server/domain/address/fold-text";
import { type BoardRoute, type BoardVisit, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardStore } from "../board-store";
import { ROUTE_WORDS } from "../route-list/build-rows";
import { openPool, toggleRoute } from "../route-list/toggle-row";
import { clearSelection, selectStop } from "../select-stops";

interface SearchParts {
  readonly t: Words<"boardCommands">;
  /** Read late: the board changes under an open palette. */
  readonly board: () => PlanBoard;
  readonly store: BoardStore;
}

const MOST_STOPS = 8;
const MOST_ROUTES = 5;
const EXACT = 100;
const ROUTE_NUMBER = new RegExp(`^(?:r|${ROUTE_WORDS.split(" ").join("|")})?\\s*(\\d+)$`, "i");

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
export function stopSearch({ t, board, store }: SearchParts): CommandSearch {
  const commandOf = (visit: BoardVisit) => stopCommand(t, board(), store, visit);
  return {
    group: t("group.stops"),
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

function stopCommand(t: SearchParts["t"], board: PlanBoard, store: BoardStore, visit: BoardVisit): Command {
  const place = stopPlaces(board).get(visit.id);
  const where = place
    ? t("routeAt", {
        number: String(place.route.number),
        time: t.format.time(place.route.schedule.stops[place.index]!.arriveSeconds),
      })
    : t("unassigned");
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
export function routeSearch({ t, board, store }: SearchParts): CommandSearch {
  return {
    group: t("group.routes"),
    search: (query) => {
      const words = queryWords(query);
      const typed = ROUTE_NUMBER.exec(query.trim())?.[1];
      return board()
        .routes.map((route) => {
          const exact = typed !== undefined && Number(typed) === route.number ? EXACT : 0;
          return { route, score: exact + matchScore(routeText(route), words) };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_ROUTES)
        .map(({ route }) => routeCommand(t, store, route));
    },
    recall: (id) => {
      const route = id.startsWith("route:") ? board().routes.find((each) => each.id === id.slice(6)) : undefined;
      return route && routeCommand(t, store, route);
    },
  };
}

function routeText({ number, driver, vehicle }: BoardRoute): string {
  return foldText(`${ROUTE_WORDS} ${number} ${driver.name} ${vehicle.label} ${vehicle.registration}`);
}

function routeCommand(t: SearchParts["t"], store: BoardStore, route: BoardRoute): Command {
  return {
    id: `route:${route.id}`,
    label: t("route", { number: String(route.number) }),
    hint: t("routeHint", { driver: route.driver.name, count: route.stops.length }),
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
