import "server-only";
import { html } from "hono/html";
import { messageFormat } from "@/server/domain/message/message-format";
import type { MessageReader } from "@/server/domain/message/message-reader";
import type { OpenSlot } from "@/server/domain/slot/slot-availability";
import { type ActWords, actWordsOf } from "@/server/domain/tracking/act-words";
import { type CustomerAct, MOST_LETTERS, SAFE_PLACES } from "@/server/domain/tracking/customer-act";
import type { CustomerWish } from "@/server/domain/tracking/customer-wish";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import type { Markup } from "./track-document";

/** What the fields of a form are made of. */
export interface FormFacts {
  readonly reader: MessageReader;
  readonly timeZone: string;
  readonly wish: CustomerWish;
  readonly slots: readonly OpenSlot[];
}

/** What was typed when it was refused, by field; null: the form is fresh. */
export type Typed = Readonly<Record<string, string>> | null;

/** An act's fields; null: there is nothing to choose from. */
export function actFields(act: CustomerAct, facts: FormFacts, typed: Typed): Markup | null {
  const words = actWordsOf(facts.reader.language);
  switch (act) {
    case "instructions":
      return textarea("text", words.instructionsLabel, typed?.text ?? facts.wish.instructions, "instructions", words);
    case "safe-place":
      return safePlaceFields(facts, typed, words);
    case "reschedule":
      return facts.slots.length === 0 ? null : slotFields(facts, typed, words);
    case "rate":
      return ratingFields(typed, words);
    case "proof":
      return html`<label for="answer">${words.answerLabel}</label>
<p class="note" id="answer-hint">${words.answerHint}</p>
<input id="answer" name="answer" value="${typed?.answer ?? ""}" maxlength="${MOST_LETTERS.answer}" required autocomplete="postal-code" aria-describedby="answer-hint">`;
  }
}

function textarea(name: string, label: string, value: string, limit: keyof typeof MOST_LETTERS, words: ActWords) {
  const most = MOST_LETTERS[limit];
  return html`<label for="${name}">${label}</label>
<textarea id="${name}" name="${name}" rows="4" maxlength="${most}" aria-describedby="${name}-limit">
${value}</textarea>
<p class="note" id="${name}-limit">${words.atMost(most)}</p>`;
}

function safePlaceFields({ reader, wish }: FormFacts, typed: Typed, words: ActWords) {
  const { safePlaces } = trackingWords(reader.language);
  const chosen = typed ? (typed.place ?? null) : (wish.safePlace ?? "");
  const choices = [...SAFE_PLACES.map((place) => [place, safePlaces[place]] as const), ["", words.inPerson] as const];
  return html`<fieldset><legend>${words.safePlaceLabel}</legend>
${choices.map(([place, label]) => radio("place", place, label, chosen === place))}</fieldset>
<label for="detail">${words.detailLabel}</label>
<input id="detail" name="detail" value="${typed?.detail ?? wish.safePlaceDetail}" maxlength="${MOST_LETTERS.detail}" autocomplete="off">`;
}

function slotFields({ reader, timeZone, slots }: FormFacts, typed: Typed, words: ActWords) {
  const format = messageFormat(reader);
  const time = ({ fromMs, toMs }: OpenSlot) =>
    `${format.clock(new Date(fromMs), timeZone)} – ${format.clock(new Date(toMs), timeZone)}`;
  const dates = [...new Set(slots.map(({ date }) => date))];
  const groups = dates.map(
    (date) => html`<fieldset><legend>${format.day(date)}</legend>
${slots.filter((slot) => slot.date === date).map((slot) => radio("slot", slot.key, time(slot), typed?.slot === slot.key))}</fieldset>`,
  );
  return html`<h2>${words.slotsLabel}</h2>
${groups}`;
}

function ratingFields(typed: Typed, words: ActWords) {
  const stars = [1, 2, 3, 4, 5];
  return html`<fieldset class="stars"><legend>${words.starsLabel}</legend>
${stars.map(
  (
    count,
  ) => html`<label><input type="radio" name="stars" value="${count}" required${typed?.stars === String(count) ? html` checked` : ""} aria-label="${words.stars(count)}"><span aria-hidden="true">${count} ★</span></label>
`,
)}<p class="ends" aria-hidden="true"><span>${words.worst}</span><span>${words.best}</span></p></fieldset>
${textarea("comment", words.commentLabel, typed?.comment ?? "", "comment", words)}`;
}

function radio(name: string, value: string, label: string, isChosen: boolean) {
  return html`<label class="choice"><input type="radio" name="${name}" value="${value}" required${isChosen ? html` checked` : ""}><span>${label}</span></label>
`;
}
