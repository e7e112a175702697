import { countStops, messageClock, messageDay } from "./route-message-words";

export interface RouteMessage {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

interface RouteFacts {
  readonly driverName: string;
  readonly routeNumber: number;
  readonly date: string;
  readonly timeZone: string;
  /** When the driver leaves the depot. */
  readonly startAt: Date;
  readonly stops: number;
  readonly link: string;
}

/** What a driver is told when a route is sent out, in the plan's own time. */
export function composeRouteMessage(facts: RouteFacts): RouteMessage {
  const { driverName, routeNumber, timeZone, startAt, stops, link } = facts;
  const dayText = messageDay(facts.date);
  const start = messageClock(startAt, timeZone);
  const count = countStops(stops);
  return {
    subject: `Your route ${routeNumber} on ${dayText}`,
    email: `Hello ${driverName},\n\nyour route ${routeNumber} on ${dayText} has ${count} and starts at ${start}.\n\nOpen it here:\n${link}\n\nThe link is yours alone: please do not pass it on.\n`,
    sms: `Route ${routeNumber}, ${dayText}: ${count}, start ${start}. ${link}`,
  };
}
