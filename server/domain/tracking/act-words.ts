import type { Language } from "@/server/domain/preference/preferences";
import type { ActFault, CustomerAct } from "./customer-act";
import { actWords as en } from "./words/acts-en";
import { actWords as es } from "./words/acts-es";

/** What the pages of a customer's acts say, for people without an account. */
export interface ActWords {
  /** Over what may be done. */
  readonly title: string;
  readonly names: Readonly<Record<CustomerAct, string>>;
  /** Under each name's heading: what becomes of it. */
  readonly about: Readonly<Record<CustomerAct, string>>;
  /** On the button. */
  readonly send: Readonly<Record<CustomerAct, string>>;
  /** Over the page once it is done. */
  readonly done: Readonly<Record<CustomerAct, string>>;
  readonly faults: Readonly<Record<ActFault, string>>;
  readonly back: string;
  readonly instructionsLabel: string;
  readonly safePlaceLabel: string;
  /** No safe place. */
  readonly inPerson: string;
  readonly detailLabel: string;
  readonly slotsLabel: string;
  readonly noSlots: string;
  readonly starsLabel: string;
  readonly stars: (stars: number) => string;
  readonly worst: string;
  readonly best: string;
  readonly commentLabel: string;
  readonly answerLabel: string;
  readonly answerHint: string;
  readonly pictures: Readonly<Record<"photo" | "signature", string>>;
  readonly download: string;
  readonly atMost: (letters: number) => string;
  /** Of a post from another site. */
  readonly otherSite: string;
  readonly tooMuch: string;
}

const WORDS: Readonly<Record<Language, ActWords>> = { en, es };

/** The words of a customer's acts in a language. */
export function actWordsOf(language: Language): ActWords {
  return WORDS[language];
}
