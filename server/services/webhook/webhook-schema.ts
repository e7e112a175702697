import { z } from "zod";
import { WEBHOOK_TOPICS } from "@/server/domain/webhook/webhook-topic";

export const urlField = z.string().trim().min(1).max(2000);
export const topicsField = z.array(z.enum(WEBHOOK_TOPICS)).min(1).max(WEBHOOK_TOPICS.length);
export const secretField = z.string().min(1).max(500);
