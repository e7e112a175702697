import "server-only";
import { chooseCandidate } from "@/server/services/location/choose-candidate";
import { countAddressBook } from "@/server/services/location/count-address-book";
import { listDoubtfulLocations } from "@/server/services/location/list-doubtful-locations";
import { pinLocation } from "@/server/services/location/pin-location";
import { tryWaiting } from "@/server/services/location/try-waiting";
import { commandProcedure, queryProcedure, router } from "../init";

export const locationRouter = router({
  doubtful: queryProcedure(listDoubtfulLocations),
  addressBook: queryProcedure(countAddressBook),
  tryWaiting: commandProcedure(tryWaiting),
  pin: commandProcedure(pinLocation),
  chooseCandidate: commandProcedure(chooseCandidate),
});
