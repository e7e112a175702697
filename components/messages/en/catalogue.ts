import { activity } from "./activity";
import { addressDoubts } from "./address-doubts";
import { appShell } from "./app-shell";
import { board } from "./board";
import { boardCommands } from "./board-commands";
import { boardCutoff } from "./board-cutoff";
import { boardDiff } from "./board-diff";
import { boardDispatch } from "./board-dispatch";
import { boardDrag } from "./board-drag";
import { boardDrivers } from "./board-drivers";
import { boardInspector } from "./board-inspector";
import { boardLive } from "./board-live";
import { boardMap } from "./board-map";
import { boardModes } from "./board-modes";
import { boardMoveTo } from "./board-move-to";
import { boardOptimize } from "./board-optimize";
import { boardPresence } from "./board-presence";
import { boardRoutes } from "./board-routes";
import { boardState } from "./board-state";
import { boardTimeline } from "./board-timeline";
import { boardTop } from "./board-top";
import { breaks } from "./breaks";
import { common } from "./common";
import { customer } from "./customer";
import { driverDesk } from "./driver-desk";
import { driverLook } from "./driver-look";
import { driverRun } from "./driver-run";
import { edits } from "./edits";
import { events } from "./events";
import { exceptionFacts } from "./exception-facts";
import { exceptionForm } from "./exception-form";
import { exceptions } from "./exceptions";
import { faults } from "./faults";
import { fleet } from "./fleet";
import { map } from "./map";
import { onboarding } from "./onboarding";
import { orderForm } from "./order-form";
import { orderIntake } from "./order-intake";
import { orderPartner } from "./order-partner";
import { orders } from "./orders";
import { outbox } from "./outbox";
import { outcomes } from "./outcomes";
import { pages } from "./pages";
import { partnerDesk } from "./partner-desk";
import { passkey } from "./passkey";
import { proofReview } from "./proof-review";
import { ratings } from "./ratings";
import { refusals } from "./refusals";
import { reports } from "./reports";
import { rules } from "./rules";
import { secondStep } from "./second-step";
import { settings } from "./settings";
import { settingsApiAccess } from "./settings-api-access";
import { settingsFields } from "./settings-fields";
import { settingsForm } from "./settings-form";
import { settingsMapAndTravel } from "./settings-map-and-travel";
import { settingsMessages } from "./settings-messages";
import { settingsMoving } from "./settings-moving";
import { settingsOrganization } from "./settings-organization";
import { settingsPartners } from "./settings-partners";
import { settingsPeople } from "./settings-people";
import { settingsPolicies } from "./settings-policies";
import { settingsScope } from "./settings-scope";
import { settingsSlots } from "./settings-slots";
import { settingsTracking } from "./settings-tracking";
import { settingsWebhooks } from "./settings-webhooks";
import { signIn } from "./sign-in";
import { ui } from "./ui";

/** Every text in English, by area; a new area is named here and in the other languages' catalogues. */
export const english = {
  breaks,
  common,
  ui,
  pages,
  map,
  edits,
  events,
  faults,
  reports,
  rules,
  refusals,
  appShell,
  signIn,
  onboarding,
  orders,
  orderForm,
  orderPartner,
  orderIntake,
  activity,
  addressDoubts,
  fleet,
  outbox,
  proofReview,
  exceptions,
  exceptionFacts,
  exceptionForm,
  outcomes,
  passkey,
  customer,
  ratings,
  secondStep,
  settings,
  settingsMoving,
  settingsOrganization,
  settingsPeople,
  settingsScope,
  settingsPartners,
  settingsPolicies,
  settingsSlots,
  settingsMapAndTravel,
  settingsMessages,
  settingsFields,
  settingsForm,
  settingsTracking,
  settingsApiAccess,
  settingsWebhooks,
  driverRun,
  driverDesk,
  driverLook,
  partnerDesk,
  board,
  boardState,
  boardTop,
  boardRoutes,
  boardInspector,
  boardTimeline,
  boardMap,
  boardDrag,
  boardLive,
  boardModes,
  boardMoveTo,
  boardCommands,
  boardDiff,
  boardOptimize,
  boardDrivers,
  boardCutoff,
  boardDispatch,
  boardPresence,
} as const;
