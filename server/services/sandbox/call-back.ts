import "server-only";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { takePartnerWord, type WordVerdict } from "../partner/take-partner-word";
import { asPartner } from "./as-partner";

type Word = Omit<Parameters<typeof takePartnerWord>[1], "partnerId">;
export type CallbackVerdict = WordVerdict & { readonly isRepeated: boolean };

/**
 * Has a sandbox's partner say these words of its assignments, one after another, as its server would have called. One that
 * is refused for how things stand is a verdict like the others; what is nobody's is refused whole.
 */
export async function callBack(
  context: ServiceContext,
  { partnerId, words }: { readonly partnerId: string; readonly words: readonly Word[] },
): Promise<CallbackVerdict[]> {
  const partner = await asPartner(context, { partnerId });
  const verdicts: CallbackVerdict[] = [];
  for (const word of words) verdicts.push(await say(partner, { ...word, partnerId }));
  return verdicts;
}

async function say(partner: ServiceContext, word: Word & { readonly partnerId: string }): Promise<CallbackVerdict> {
  try {
    return await takePartnerWord(partner, word);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "refused") throw error;
    return { verdict: "rejected", message: error.message, isRepeated: false };
  }
}
