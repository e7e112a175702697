import type { RouteMessage } from "./compose-route-message";
import { countStops, messageClock, messageDay } from "./route-message-words";

interface RouteChangeFacts {
  readonly driverName: string;
  readonly routeNumber: number;
  readonly date: string;
  readonly timeZone: string;
  /** When the driver leaves the depot now. */
  readonly startAt: Date;
  readonly stops: number;
  /** "Carrer de Mallorca 12 (Aina Serra)", in driving order. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** A text message takes no list of streets. */
const NAMED_IN_EMAIL = 20;

/** What a driver who holds a route is told when it changes: only the difference; the link shows the whole. */
export function composeRouteChange(facts: RouteChangeFacts): RouteMessage {
  const { driverName, routeNumber, timeZone, startAt, stops, added, removed } = facts;
  const dayText = messageDay(facts.date);
  const now = stops === 0 ? "no stops" : `${countStops(stops)}, start ${messageClock(startAt, timeZone)}`;
  const isOrderOnly = added.length === 0 && removed.length === 0;
  const short = isOrderOnly
    ? "new order of stops"
    : [added.length > 0 && `${added.length} new`, removed.length > 0 && `${removed.length} taken off`]
        .filter(Boolean)
        .join(", ");
  const lists = [
    list("New on your route", added),
    list("No longer on your route", removed),
    isOrderOnly ? "The stops are the same; their order is new.\n\n" : "",
  ].join("");
  return {
    subject: `Your route ${routeNumber} on ${dayText} has changed`,
    email: `Hello ${driverName},\n\nyour route ${routeNumber} on ${dayText} has changed.\n\n${lists}It has ${now} now. The link you were sent shows the route as it is.\n`,
    sms: `Route ${routeNumber}, ${dayText}, has changed: ${short}. Now ${now}. Your link shows it.`,
  };
}

function list(title: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, NAMED_IN_EMAIL).map((name) => `- ${name}\n`);
  const more = names.length - shown.length;
  return `${title}:\n${shown.join("")}${more > 0 ? `and ${more} more\n` : ""}\n`;
}
