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

/** A list of what a partner has to carry. */
export interface ManifestFacts {
  readonly partner: string;
  /** The organization that hands over. */
  readonly sender: string;
  readonly count: number;
  readonly fileName: string;
}

/** One line of such a list that holds no more. */
export interface ManifestCancelFacts extends Pick<ManifestFacts, "partner" | "sender" | "fileName"> {
  /** As the list names it. */
  readonly assignment: string;
  /** The order's own number or code; empty: it is gone. */
  readonly order: string;
}

/** A message that goes by e-mail only. */
export type LetterText = Pick<MessageText, "subject" | "email">;

/** Who has turned off whose second step, and where it is set up again. */
export interface SecondStepResetFacts {
  readonly name: string;
  readonly by: string;
  readonly link: string;
}

/** A passkey that came or went, by what its person called it; "" for one without a name. */
export interface PasskeyChangedFacts {
  readonly name: string;
  readonly passkey: string;
  readonly change: "added" | "removed";
  readonly link: string;
}

/** After a password was set anew by mail: the passkeys that open the account as before. */
export interface PasskeysLeftFacts {
  readonly name: string;
  readonly passkeys: readonly string[];
  readonly link: string;
}

/** Who invites whom to what, and where that is accepted. */
export interface InvitationFacts {
  readonly by: string;
  readonly byEmail: string;
  readonly organization: string;
  /** For how long the link is good. */
  readonly days: number;
  readonly link: string;
}

/** Of a program that does not take what it is told. */
export interface WebhookTroubleFacts {
  readonly name: string;
  readonly organization: string;
  /** The host it is at: the rest of its address may open something. */
  readonly host: string;
  readonly failures: number;
  /** What became of it: still tried, paused until somebody has it go on, or gone for good by its own word. */
  readonly state: "failing" | "paused" | "gone";
  /** Its log. */
  readonly link: string;
}

/** Everything that leaves the desk for people without an account: one entry per message, the same in every language. */
export interface MessageWords {
  routeOffer(facts: RouteOfferFacts): MessageText;
  routeChange(facts: RouteChangeFacts): MessageText;
  routeWithdrawn(facts: RouteWithdrawnFacts): MessageText;
  photoRequest(facts: PhotoRequestFacts): MessageText;
  partnerManifest(facts: ManifestFacts): LetterText;
  partnerCancelled(facts: ManifestCancelFacts): LetterText;
  /** To a member whose second step somebody has turned off. */
  secondStepReset(facts: SecondStepResetFacts): LetterText;
  /** To whose account it is; whoever did it may be somebody else. */
  passkeyChanged(facts: PasskeyChangedFacts): LetterText;
  passkeysLeft(facts: PasskeysLeftFacts): LetterText;
  /** To somebody who is to join the organization. */
  invitation(facts: InvitationFacts): LetterText;
  /** By e-mail only, to people of the desk. */
  webhookTrouble(facts: WebhookTroubleFacts): LetterText;
  /** A text message to whoever waits for a driver. */
  customerNote(facts: CustomerNoteFacts): string;
}

const WORDS: Readonly<Record<Language, MessageWords>> = { en, es };

/** The messages in a language. */
export function messageWords(language: Language): MessageWords {
  return WORDS[language];
}
