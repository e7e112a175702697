import type { NextConfig } from "next";

const config: NextConfig = {
  // The browser tests and a second dev server build beside the main one instead of over it.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  devIndicators: false,
  // Next rewrites the compiler settings it is given; `npm run check` checks types with the project's own.
  typescript: { tsconfigPath: "app/tsconfig.json", ignoreBuildErrors: true },
};

export default config;
