import "server-only";
import { listWishes } from "@/server/services/customer/list-wishes";
import { makeLink } from "@/server/services/customer/make-link";
import { readCustomer } from "@/server/services/customer/read-customer";
import { readRatings } from "@/server/services/customer/read-ratings";
import { sendAgain } from "@/server/services/customer/send-again";
import { withdrawLinks } from "@/server/services/customer/withdraw-links";
import { commandProcedure, queryProcedure, router } from "../init";

export const customerRouter = router({
  wishes: queryProcedure(listWishes),
  read: queryProcedure(readCustomer),
  makeLink: commandProcedure(makeLink),
  sendAgain: commandProcedure(sendAgain),
  withdrawLinks: commandProcedure(withdrawLinks),
  ratings: queryProcedure(readRatings),
});
