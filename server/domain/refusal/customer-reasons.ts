/** Of what customers are told and may choose; all of them say everything by themselves. */
export const CUSTOMER_REASONS = [
  // What an organization chooses for its customers
  "settings-changed",
  "logo-type",
  "trial-address-unknown",
  "slot-reserved",
  // A customer's message that is not sent again: those of `ChannelRefusal`, of `SendTime`, and its own
  "opted-out",
  "order-silent",
  "no-address",
  "channel-off",
  "quiet-hours",
  "out-of-date",
  "not-true-now",
  "written-just-now",
  // A partner's
  "not-resendable",
  // Slots: those of `SlotRefusal` and `NotBookable`, and another zone's
  "slot-full",
  "slot-cancelled",
  "slot-expired",
  "slot-not-offered",
  "slot-too-early",
  "slot-too-late",
  "slot-elsewhere",
  "reservation-reused",
  // What a customer may not do on his page; which of `ActFault` it is stands beside it
  "act-refused",
] as const;
