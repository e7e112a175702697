import { z } from "zod";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { CONTACT_CHANNELS } from "@/server/domain/policy/contact-channel";
import { ROUTING_CRITERIA } from "@/server/domain/policy/delivery-policy";

const attempts = z.int().min(1).max(20);

const contactRules = {
  min_attempts: z.int().min(0).max(10),
  channels: z.array(z.enum(CONTACT_CHANNELS)).max(CONTACT_CHANNELS.length).describe("None: any counts."),
  wait_minutes: z.int().min(0).max(120).describe("At the door, from the arrival on."),
  notes: metadataSchema.describe("Whatever else; handed back as it came."),
};
const partnerRouting = {
  by: z.enum(ROUTING_CRITERIA),
  fallback: z.boolean().describe("Whoever declines, or does not answer in time, is followed by the next best."),
  overflow: z.boolean().describe("What an automatic assignment finds no room for is handed over to partners."),
  answer_minutes: z
    .int()
    .min(1)
    .max(1440)
    .describe("For a partner who has heard an offer and answers by himself; whoever does not, is followed likewise."),
};

export const policyPatchSchema = z
  .object({
    max_attempts: attempts.optional(),
    auto_return_after_attempts: z
      .union([attempts, z.boolean()])
      .nullable()
      .optional()
      .describe("true: after the last attempt; false or null: a person decides."),
    contact_attempt_rules: z.object(contactRules).partial().optional(),
    partner_routing: z.object(partnerRouting).partial().optional(),
  })
  .meta({ id: "PolicyPatch" });
export type PolicyPatch = z.output<typeof policyPatchSchema>;

export const policySchema = z
  .object({
    max_attempts: z.int(),
    auto_return_after_attempts: z.int().nullable().describe("Null: what failed waits for a person."),
    contact_attempt_rules: z
      .object(contactRules)
      .describe(
        "Before a driver may say `failed` with `no_one_home`: refused with 422 while he is at the door; what is told more than " +
          "five minutes late is taken as it is.",
      ),
    partner_routing: z.object(partnerRouting).describe("Which partner is asked first, and what if it does not answer."),
  })
  .meta({ id: "Policies" });
export type PolicyAnswer = z.input<typeof policySchema>;
