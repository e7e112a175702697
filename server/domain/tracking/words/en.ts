import type { TrackingWords } from "../tracking-words";

/** What a customer's page says, in English. */
export const words: TrackingWords = {
  title: "Your delivery",
  looksAgain: "This page looks again by itself every minute.",
  questions: "Questions?",
  states: {
    planned: "Your delivery is planned",
    rescheduled: "Your delivery has a new day",
    dispatched: "Your delivery is ready to leave",
    "on-the-way": "Your delivery is on the way",
    near: "Your driver is nearby",
    next: "You are the next stop",
    arrived: "Your driver is at your door",
    delivered: "Delivered",
    "partly-delivered": "Delivered in part",
    failed: "We could not deliver",
    cancelled: "This delivery was cancelled",
    returned: "Your delivery is going back to its sender",
  },
  late: "Your delivery is late. We are sorry.",
  atRisk: "Your delivery may be later than promised.",
  between: (from, to) => `Between ${from} and ${to}`,
  onDay: (day) => `On ${day}`,
  stopsBefore: (stops) =>
    stops === 0 ? "You are next" : stops === 1 ? "1 stop before you" : `${stops} stops before you`,
  driver: (firstName) => `${firstName} brings your delivery`,
  safePlaces: {
    porch: "Porch",
    garage: "Garage",
    garden: "Garden",
    mailbox: "Mailbox",
    concierge: "Concierge",
    neighbour: "Neighbour",
    other: "Elsewhere",
  },
  refusals: {
    "switched-off": "This is not offered.",
    "not-yet": "This is possible once the delivery has been made.",
    "too-late": "It is too late for this now.",
    "limit-reached": "This delivery cannot be moved again.",
    "already-done": "You have done this already. Thank you.",
    "nothing-there": "There is nothing to show.",
  },
  unavailable: "We cannot look this up right now. This page tries again in a minute.",
  notFound: "We cannot find this delivery. Links end some time after the delivery.",
};
