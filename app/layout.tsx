import "@fontsource-variable/inter/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/lib/app-providers";
import { themeBootstrap } from "@/components/lib/theme-bootstrap";
import { ReaderProvider } from "@/components/lib/words/words-context";
import { pageReader } from "@/server/main/reader";
import { currentReader, PageWords, pageWords } from "./page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return {
    title: { default: "Dray", template: "%s · Dray" },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

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
  const reader = await currentReader();
  const { preferences } = await pageReader();
  return (
    // The bootstrap script may add data-theme before React takes over.
    <html lang={reader.language} data-theme={preferences?.theme ?? undefined} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own; it must run before the first paint. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeBootstrap }} />
      </head>
      <body>
        <div id="app">
          <ReaderProvider reader={reader}>
            <PageWords of={["common", "ui", "pages", "refusals"]}>
              <AppProviders>{children}</AppProviders>
            </PageWords>
          </ReaderProvider>
        </div>
      </body>
    </html>
  );
}
