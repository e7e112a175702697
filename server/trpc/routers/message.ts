import "server-only";
import { listMessages } from "@/server/services/message/list-messages";
import { readAttachment } from "@/server/services/message/read-attachment";
import { resendMessage } from "@/server/services/message/resend-message";
import { commandProcedure, queryProcedure, router } from "../init";

export const messageRouter = router({
  list: queryProcedure(listMessages),
  attachment: queryProcedure(readAttachment),
  resend: commandProcedure(resendMessage),
});
