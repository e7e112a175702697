import "server-only";
import { listMessages } from "@/server/services/message/list-messages";
import { queryProcedure, router } from "../init";

export const messageRouter = router({
  list: queryProcedure(listMessages),
});
