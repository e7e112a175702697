/** `dropped`: it waited a week for its subscriber to be resumed, or was not wanted any more. */
export const WEBHOOK_CALL_STATUSES = ["waiting", "delivered", "failed", "dropped"] as const;
export type WebhookCallStatus = (typeof WEBHOOK_CALL_STATUSES)[number];
