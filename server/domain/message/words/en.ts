import type { MessageWords } from "../message-words";
import { bulletList } from "./bullet-list";

const countStops = (stops: number) => (stops === 1 ? "1 stop" : `${stops} stops`);
const more = (count: number) => `and ${count} more`;

/** What leaves the desk, in English. */
export const words: MessageWords = {
  routeOffer: ({ driver, route, day, start, stops, link }) => ({
    subject: `Your route ${route} on ${day}`,
    email: `Hello ${driver},\n\nyour route ${route} on ${day} has ${countStops(stops)} and starts at ${start}.\n\nOpen it here:\n${link}\n\nThe link is yours alone: please do not pass it on.\n`,
    sms: `Route ${route}, ${day}: ${countStops(stops)}, start ${start}. ${link}`,
  }),
  routeChange: ({ driver, route, day, start, stops, added, removed, isLoadingOnly }) => {
    const isOrderOnly = added.count + removed.count === 0;
    const now = stops === 0 ? "no stops" : `${countStops(stops)}, start ${start}`;
    const short = isOrderOnly
      ? isLoadingOnly
        ? "where you load again"
        : "new order of stops"
      : [added.count > 0 && `${added.count} new`, removed.count > 0 && `${removed.count} taken off`]
          .filter(Boolean)
          .join(", ");
    const lists = isOrderOnly
      ? isLoadingOnly
        ? "The stops and their order are the same; where you load again is not.\n\n"
        : "The stops are the same; their order is new.\n\n"
      : bulletList("New on your route", added, more) + bulletList("No longer on your route", removed, more);
    return {
      subject: `Your route ${route} on ${day} has changed`,
      email: `Hello ${driver},\n\nyour route ${route} on ${day} has changed.\n\n${lists}It has ${now} now. The link you were sent shows the route as it is.\n`,
      sms: `Route ${route}, ${day}, has changed: ${short}. Now ${now}. Your link shows it.`,
    };
  },
  routeWithdrawn: ({ driver, route, day, next }) => ({
    subject: `Route ${route} on ${day} is no longer yours`,
    email: `Hello ${driver},\n\nroute ${route} on ${day} is driven by ${next} from now on. Your link to it opens nothing any more; what you have done on it still counts.\n`,
    sms: `Route ${route}, ${day}, is no longer yours: ${next} drives it from now on.`,
  }),
  photoRequest: ({ driver, route, stops, note }) => {
    const said = note === "" ? "" : `${note}\n\n`;
    const first = stops.count === 1 ? stops.names[0] : `${stops.names[0]} and ${stops.count - 1} more`;
    return {
      subject: stops.count === 1 ? `Please send a new photo of ${first}` : `Please send ${stops.count} new photos`,
      email: `Hello ${driver},\n\nwhat you sent of these stops on route ${route} does not prove the delivery. If you are still nearby, please open the stop once more and send a new photo.\n\n${bulletList("Stops", stops, more)}${said}Your link shows the route.\n`,
      sms: `Route ${route}: please send a new photo of ${first}.${note === "" ? "" : ` ${note}`}`,
    };
  },
  partnerManifest: ({ partner, sender, count, fileName }) => ({
    subject: `${sender}: ${count === 1 ? "1 delivery" : `${count} deliveries`} for ${partner}`,
    email: `Hello ${partner},\n\n${sender} hands ${count === 1 ? "one delivery" : `${count} deliveries`} over to you. The attached file ${fileName} lists ${count === 1 ? "it" : "them"}, one line each.\n\nA cancelled delivery is told in a message of its own.\n`,
  }),
  partnerCancelled: ({ partner, sender, assignment, order, fileName }) => ({
    subject: `${sender}: cancelled, ${order || assignment}`,
    email: `Hello ${partner},\n\nplease do not carry out ${assignment}${order && ` (${order})`} any more. It was listed in ${fileName}.\n`,
  }),
  secondStepReset: ({ name, by, link }) => ({
    subject: "Your second step for Dray was turned off",
    email: `Hello ${name},\n\n${by} has turned off the second step of your account and removed its passkeys, so that you can sign in without your phone. From now on your password alone opens it. Please set up a second step again:\n${link}\n\nIf you did not ask for this, tell ${by} at once and change your password.\n`,
  }),
  passkeyChanged: ({ name, passkey, change, link }) => ({
    subject: `A passkey was ${change === "added" ? "added to" : "removed from"} your Dray account`,
    email:
      change === "added"
        ? `Hello ${name},\n\na passkey${passkey && ` (${passkey})`} was added to your account: whoever holds the device that keeps it can sign in without your password.\n\nIf it was not you, remove it and change your password at once:\n${link}\n`
        : `Hello ${name},\n\na passkey${passkey && ` (${passkey})`} was removed from your account. It opens nothing any more, and where it was signed in, it is signed out.\n\nIf it was not you, change your password at once and look at what else opens your account:\n${link}\n`,
  }),
  passkeysLeft: ({ name, passkeys, link }) => ({
    subject: "Your password for Dray was set anew; your passkeys stay",
    email: `Hello ${name},\n\na new password was set for your account by a link in your mail. These passkeys open it as before:\n${passkeys.map((each) => `- ${each}`).join("\n")}\n\nRemove any that is not yours:\n${link}\n`,
  }),
  invitation: ({ by, byEmail, organization, days, link }) => ({
    subject: `${by} invites you to ${organization} on Dray`,
    email: `Hello,\n\n${by} (${byEmail}) invites you to plan deliveries with ${organization}. Open this link within ${days} days to join:\n${link}\n\nIf you do not know them, ignore this message: nothing happens.\n`,
  }),
  webhookTrouble: ({ name, organization, host, failures, state, link }) => {
    const subject = {
      failing: `${host}: ${failures} tries in a row have failed`,
      paused: `Nothing is sent to ${host} any more`,
      gone: `${host} says that it is gone`,
    };
    const said = {
      failing: `the webhook at ${host} has taken nothing in ${failures} tries in a row. It is still tried, and what is new waits its turn. After fifty failed tries and a day without success it is paused.`,
      paused: `the webhook at ${host} has not taken anything for a day, in ${failures} tries in a row, and is paused. What happens waits for a week; have it go on once the program is right again, and everything is sent in order.`,
      gone: `the webhook at ${host} answered that it is gone for good (410). Nothing waits for it any more.`,
    };
    return {
      subject: `${subject[state]} (${organization})`,
      email: `Hello ${name},\n\n${said[state]}\n\nWhat was sent and what was answered:\n${link}\n`,
    };
  },
  customerNote: ({ note, sender, order }) => {
    const what = order ? `order ${order}` : "your order";
    const said = {
      "on-the-way": `your driver is on the way to you with ${what}.`,
      late: `your driver with ${what} is running late. Sorry for the wait.`,
      "at-the-door": `your driver is at your door with ${what}.`,
    };
    return `${sender}: ${said[note]}`;
  },
};
