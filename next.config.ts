import type { NextConfig } from "next";

const config: NextConfig = {
  // e2e and a second dev server build beside the main one instead of over it.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  typedRoutes: false,
  devIndicators: false,
};

export default config;
