import type { NotificationWords } from "../notification-words";

/** What customers are written, in English; text messages keep to GSM-7. */
export const words: NotificationWords = {
  templates: {
    dispatched: {
      subject: "Your delivery from {sender}: {when}",
      email:
        "Hello {recipient},\n\nyour order {order} is ready to leave. We expect to be with you {when}.\n\nFollow it, or tell the driver something:\n{link}\n\n{sender}\n",
      sms: "{sender}: your order {order} comes {when}. Follow it: {link}",
    },
    "out-for-delivery": {
      subject: "Your delivery from {sender} is on its way",
      email:
        "Hello {recipient},\n\nyour order {order} is on its way. We expect to be with you {when}.\n\nFollow it:\n{link}\n\n{sender}\n",
      sms: "{sender}: your order {order} is on its way, {when}. {link}",
    },
    near: {
      subject: "Your delivery from {sender} is nearby",
      email: "Hello {recipient},\n\nyour driver will be with you soon: {when}.\n\nFollow it:\n{link}\n\n{sender}\n",
      sms: "{sender}: your driver with order {order} is nearby, {window}. {link}",
    },
    delayed: {
      subject: "Your delivery from {sender} is late",
      email:
        "Hello {recipient},\n\n{lateness} We now expect to be with you {when}.\n\nFollow it:\n{link}\n\n{sender}\n",
      sms: "{sender}: {lateness} Now expected {when}. {link}",
    },
    delivered: {
      subject: "Delivered: your order from {sender}",
      email:
        "Hello {recipient},\n\nyour order {order} has been delivered.\n\nSee the proof, or tell us how it went:\n{link}\n\n{sender}\n",
      sms: "{sender}: your order {order} has been delivered. {link}",
    },
    failed: {
      subject: "We could not deliver your order from {sender}",
      email:
        "Hello {recipient},\n\nwe could not deliver your order {order}: {reason}.\n\nSee what happens next:\n{link}\n\n{sender}\n",
      sms: "{sender}: we could not deliver your order {order}. See what happens next: {link}",
    },
  },
  footer: {
    because: (sender) => `You receive this because ${sender} delivers to you.`,
    choose: "Choose what you are written, or stop these e-mails",
  },
  choices: {
    title: (sender) => `Messages from ${sender}`,
    written: {
      email: (address) => `You get e-mails about your deliveries at ${address}.`,
      sms: (address) => `You get text messages about your deliveries at the number that ends with ${address}.`,
    },
    stopped: {
      email: (address) => `You get no e-mails at ${address}.`,
      sms: (address) => `You get no text messages at the number that ends with ${address}.`,
    },
    stop: { email: "Stop e-mails", sms: "Stop text messages" },
    resume: { email: "Get e-mails again", sms: "Get text messages again" },
    open: "Choose what you are written",
    back: "Back to your delivery",
  },
  sample: {
    recipient: "Alex Morgan",
    sender: "Green Grocer",
    order: "A-1042",
    when: "Wednesday 10 June, 10:30-12:00",
    window: "10:30-12:00",
    lateness: "Your delivery is late. We are sorry.",
    driver: "Ida",
    stops: "3",
    reason: "Nobody at home",
    link: "https://track.example.com/track/Zk3vQ0m5T1y8cR7nX2bLwA",
  },
};
