import { returnAfterAttempts } from "@/server/domain/exception/exception-policy";
import type { changePolicies } from "@/server/services/policy/change-policies";
import type { readPolicies } from "@/server/services/policy/read-policies";
import type { PolicyAnswer, PolicyPatch } from "../wire/policy";

type Changes = Parameters<typeof changePolicies>[1];

/** What a request says of policies, in the core's terms. */
export function toPolicyChanges(patch: PolicyPatch): Changes {
  const { max_attempts: maxAttempts, contact_attempt_rules: contact, partner_routing: routing } = patch;
  const retries = { ...(maxAttempts !== undefined && { maxAttempts }), ...toReturn(patch.auto_return_after_attempts) };
  const delivery = {
    ...(contact && {
      contact: {
        minAttempts: contact.min_attempts,
        channels: contact.channels,
        waitMinutes: contact.wait_minutes,
        notes: contact.notes,
      },
    }),
    ...(routing && {
      partnerRouting: {
        by: routing.by,
        isFallback: routing.fallback,
        isOverflow: routing.overflow,
        answerMinutes: routing.answer_minutes,
      },
    }),
  };
  return {
    ...(Object.keys(retries).length > 0 && { retries }),
    ...(Object.keys(delivery).length > 0 && { delivery }),
  };
}

function toReturn(after: PolicyPatch["auto_return_after_attempts"]) {
  if (after === undefined) return {};
  if (typeof after === "number") return { autoReturn: true, autoReturnAttempts: after };
  return { autoReturn: after === true, autoReturnAttempts: null };
}

/** Policies as this API says them. */
export function fromPolicies({ exceptions, delivery }: Awaited<ReturnType<typeof readPolicies>>): PolicyAnswer {
  const { contact, partnerRouting } = delivery;
  return {
    max_attempts: exceptions.maxAttempts,
    auto_return_after_attempts: returnAfterAttempts(exceptions),
    contact_attempt_rules: {
      min_attempts: contact.minAttempts,
      channels: contact.channels,
      wait_minutes: contact.waitMinutes,
      notes: contact.notes,
    },
    partner_routing: {
      by: partnerRouting.by,
      fallback: partnerRouting.isFallback,
      overflow: partnerRouting.isOverflow,
      answer_minutes: partnerRouting.answerMinutes,
    },
  };
}
