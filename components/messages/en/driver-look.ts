/** Where somebody at the desk sees a route as its driver does. */
export const driverLook = {
  title: "As the driver sees it",
  about:
    "You see this route as its driver has it on the phone, for 15 minutes. You can open stops, and do nothing in the driver’s name. The log keeps that you looked.",
  why: "Why (optional)",
  whyHint: "Goes into the log: “rang because of stop 7”.",
  begin: "Look",
  over: "The look is over.",
  lookingAs: "You are looking as <b>{driver}</b>, until {time}. Nothing can be done here.",
  end: "Stop looking",
  notAllowed: "Your role does not allow looking as a driver",
} as const;
