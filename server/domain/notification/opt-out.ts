import { z } from "zod";
import { NOTIFICATION_CHANNELS } from "./notification-policy";
import { optOutAddress } from "./opt-out-address";

const emailSchema = z.email().max(254);
const phoneSchema = z.string().regex(/^\+[1-9]\d{5,14}$/);

/** An address that is not to be written to, as it is kept and compared: an e-mail in small letters, or E.164. */
export const optOutSchema = z
  .object({ channel: z.enum(NOTIFICATION_CHANNELS), address: z.string().max(300) })
  .transform(({ channel, address }) => ({ channel, address: optOutAddress(channel, address) }))
  .refine(({ channel, address }) => (channel === "email" ? emailSchema : phoneSchema).safeParse(address).success, {
    path: ["address"],
    message: "must be an e-mail address, or a telephone number with its country",
  });
