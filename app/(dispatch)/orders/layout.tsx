import type { ReactNode } from "react";
import { PageWords } from "../../page-words";

export default function AreaLayout({ children }: { children: ReactNode }) {
  return <PageWords of={["orders", "orderForm", "orderPartner", "customer", "events"]}>{children}</PageWords>;
}
