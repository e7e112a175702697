import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

/** Lists below keep their filters in the address. */
export default function OrdersLayout({ children }: { children: ReactNode }) {
  return <NuqsAdapter>{children}</NuqsAdapter>;
}
