import { createContext, use } from "react";
import type { PlanGateway } from "./plan-gateway";

export const PlanGatewayContext = createContext<PlanGateway | null>(null);

export function usePlanGateway(): PlanGateway {
  const gateway = use(PlanGatewayContext);
  if (!gateway) throw new Error("The board's parts stand inside PlanBoard");
  return gateway;
}
