import type { Language } from "@/server/domain/preference/preferences";
import type { SAFE_PLACES } from "./customer-act";
import type { TrackingState } from "./tracking-state";
import { words as en } from "./words/en";
import { words as es } from "./words/es";

/** What a customer's page says, for people without an account; days and times come in words already (product.md §3). */
export interface TrackingWords {
  readonly title: string;
  /** Under a page that is still asked again. */
  readonly looksAgain: string;
  /** Before a number to call. */
  readonly questions: string;
  /** The way of a delivery, in steps. */
  readonly steps: readonly [planned: string, onTheWay: string, nearby: string, done: string];
  readonly map: {
    readonly title: string;
    readonly caption: string;
    readonly van: string;
    readonly door: string;
    readonly north: string;
  };
  /** Where the page can do more once it is over, and somebody is still writing. */
  readonly more: string;
  /** Asked too often. */
  readonly tooMany: string;
  readonly form: {
    readonly title: string;
    readonly intro: string;
    readonly number: string;
    readonly answer: string;
    readonly hint: string;
    readonly open: string;
    readonly refused: string;
    /** The way here, where a link has ended. */
    readonly other: string;
  };
  readonly states: Readonly<Record<TrackingState, string>>;
  /** Said before anything else. */
  readonly late: string;
  readonly atRisk: string;
  readonly between: (from: string, to: string) => string;
  readonly onDay: (day: string) => string;
  /** With 0: this is the next. */
  readonly stopsBefore: (stops: number) => string;
  readonly driver: (firstName: string) => string;
  readonly safePlaces: Readonly<Record<(typeof SAFE_PLACES)[number], string>>;
  readonly unavailable: string;
  /** Unknown, withdrawn and expired links, and numbers that do not fit. */
  readonly notFound: string;
}

const WORDS: Readonly<Record<Language, TrackingWords>> = { en, es };

/** The page's words in a language. */
export function trackingWords(language: Language): TrackingWords {
  return WORDS[language];
}
