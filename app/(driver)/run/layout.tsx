import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageWords, pageWords } from "../../page-words";

// The address is the key to the route: no other site may learn it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return {
    title: t("title.run"),
    referrer: "no-referrer",
    manifest: "/run/app.webmanifest",
    appleWebApp: { capable: true, title: "Dray", statusBarStyle: "default" },
    icons: { apple: "/run/icon-192.png" },
    formatDetection: { telephone: false, address: false },
  };
}

export default function RunLayout({ children }: { children: ReactNode }) {
  return <PageWords of={["driverRun", "outcomes"]}>{children}</PageWords>;
}
