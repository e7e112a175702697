import "@fontsource-variable/inter/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/lib/app-providers";
import { themeBootstrap } from "@/components/lib/theme-bootstrap";

export const metadata: Metadata = {
  title: { default: "Dray", template: "%s · Dray" },
  description: "Dispatch desk for last-mile delivery",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f5" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1216" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered per request: its scripts carry that request's nonce.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The bootstrap script may add data-theme before React takes over.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own; it must run before the first paint. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeBootstrap }} />
      </head>
      <body>
        <div id="app">
          <AppProviders>{children}</AppProviders>
        </div>
      </body>
    </html>
  );
}
