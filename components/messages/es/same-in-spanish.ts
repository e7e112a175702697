/** Texts that Spanish writes as English does, `area.key`; every other text must differ. */
export const SAME_IN_SPANISH: readonly string[] = [
  "appShell.plan",
  "boardPresence.revertOnly",
  "boardModes.channel.sms",
  "common.no",
  "onboarding.plan",
  "orderForm.min",
  "orders.bulk.min",
  "orders.minutes",
  "orders.priority.normal",
  "outbox.channel.sms",
  "pages.title.plan",
  "boardCutoff.short.ahead",
  "boardCutoff.short.near",
  "boardCutoff.short.past",
  "boardRoutes.priority.normal",
];
