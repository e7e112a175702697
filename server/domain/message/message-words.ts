import type { Language } from "@/server/domain/preference/preferences";
import type { CustomerNoteFacts } from "./customer-note";
import { words as en } from "./words/en";
import { words as es } from "./words/es";

/** A message as each channel carries it. */
export interface MessageText {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

/** What a driver is told of a route that is sent out; dates and times in words already. */
export interface RouteOfferFacts {
  readonly driver: string;
  readonly route: number;
  readonly day: string;
  readonly start: string;
  readonly stops: number;
  readonly link: string;
}

/** What is different on a route that a driver holds. Both lists empty: only the order of its stops. */
export interface RouteChangeFacts extends Omit<RouteOfferFacts, "link"> {
  readonly added: NamedStops;
  readonly removed: NamedStops;
  /** Stops and order are the same: where the van loads again is not. */
  readonly isLoadingOnly: boolean;
}

/** Of a route that another driver has from now on. */
export interface RouteWithdrawnFacts extends Pick<RouteOfferFacts, "driver" | "route" | "day"> {
  readonly next: string;
}

/** Stops by their names, as many as a message takes, and how many there are in all. */
export interface NamedStops {
  readonly names: readonly string[];
  readonly count: number;
}

/** Stops whose evidence is not enough, and what the reviewer says of it. */
export interface PhotoRequestFacts extends Pick<RouteOfferFacts, "driver" | "route"> {
  readonly stops: NamedStops;
  /** Empty: nothing. */
  readonly note: string;
}

/** Everything that leaves the desk for people without an account: one entry per message, the same in every language. */
export interface MessageWords {
  routeOffer(facts: RouteOfferFacts): MessageText;
  routeChange(facts: RouteChangeFacts): MessageText;
  routeWithdrawn(facts: RouteWithdrawnFacts): MessageText;
  photoRequest(facts: PhotoRequestFacts): MessageText;
  /** A text message to whoever waits for a driver. */
  customerNote(facts: CustomerNoteFacts): string;
}

const WORDS: Readonly<Record<Language, MessageWords>> = { en, es };

/** The messages in a language. */
export function messageWords(language: Language): MessageWords {
  return WORDS[language];
}
