/** The house's walls. A rule that is in the way is a sign to change the design, and to say so in ARCHITECTURE.md. */
const wall = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const TEST = "\\.(test|contract\\.test|db\\.test)\\.tsx?$";
const PURE_PACKAGES = "^node_modules/(zod|temporal-polyfill|libphonenumber-js)/";

module.exports = {
  forbidden: [
    wall("no-cycles", "Modules form a ladder.", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    wall("no-unresolvable", "Every import resolves.", {}, { couldNotResolve: true, pathNot: "^(server-only)$" }),
    wall(
      "domain-is-pure",
      "The domain imports itself and three pure packages: it runs in browsers as it is.",
      { path: "^server/domain/", pathNot: TEST },
      { pathNot: ["^server/domain/", PURE_PACKAGES] },
    ),
    wall(
      "optimizer-core-is-an-island",
      "The solver's core imports nothing but itself.",
      { path: "^server/optimizer/core/", pathNot: TEST },
      { pathNot: "^server/optimizer/core/" },
    ),
    wall(
      "checker-shares-nothing-with-core",
      "A proof that shares code with what it proves is none.",
      { path: "^server/optimizer/checker/", pathNot: TEST },
      { path: "^server/optimizer/(core|pool)/" },
    ),
    wall(
      "formats-only-read-and-write",
      "A file format knows the domain, and the checker's times; who solves what it reads is not its business.",
      { path: "^server/optimizer/formats/", pathNot: TEST },
      { pathNot: ["^server/(optimizer/(formats|checker)|domain)/", PURE_PACKAGES] },
    ),
    wall(
      "ports-are-interfaces",
      "A port knows the domain and the transaction's type, nothing that implements it.",
      { path: "^server/ports/" },
      { pathNot: ["^server/(ports|domain)/", "^server/jobs/catalog\\.ts$", "^db/client\\.ts$", PURE_PACKAGES] },
    ),
    wall(
      "services-reach-out-through-ports",
      "Use cases know domain, ports and queries; no adapter, no transport.",
      { path: "^server/services/", pathNot: TEST },
      { path: "^server/(adapters|api|trpc|main|optimizer|realtime|auth|jobs/handlers)/" },
    ),
    wall(
      "transports-go-through-services",
      "tRPC and REST never touch the database.",
      { path: "^server/(trpc|api|realtime)/", pathNot: TEST },
      { path: "^(db/(queries|schema|with-tenant)|server/(adapters|optimizer|main))" },
    ),
    wall(
      "dialects-know-only-themselves",
      "A dialect is a folder that can be deleted.",
      { path: "^server/api/dialects/([^/]+)/" },
      { path: "^server/api/dialects/", pathNot: "^server/api/dialects/$1/" },
    ),
    wall(
      "only-the-registry-knows-dialects",
      "Whoever deletes a dialect's folder deletes one line beside it.",
      { pathNot: "^server/api/dialects/" },
      { path: "^server/api/dialects/", pathNot: "^server/api/dialects/registry\\.ts$" },
    ),
    wall(
      "only-db-knows-drizzle",
      "Tables, queries and SQL live in db/.",
      { pathNot: "^(db/|drizzle\\.config\\.ts|server/auth/auth\\.ts)" },
      { path: "^node_modules/(drizzle-orm|drizzle-kit|postgres)/" },
    ),
    wall(
      "queries-know-no-use-case",
      "db/ may know the domain's words and the ports' shapes, not who asks.",
      { path: "^db/", pathNot: [TEST, "^db/(seed|testing)/"] },
      { path: "^(server/(services|adapters|api|trpc|main|optimizer|realtime|auth)|components|app)/" },
    ),
    wall(
      "the-optimizer-is-for-jobs",
      "Solving takes seconds: only jobs (what wires them, and tests) ask for it.",
      { pathNot: ["^server/(optimizer|jobs/handlers|main|testing)/", TEST] },
      { path: "^server/optimizer/" },
    ),
    wall(
      "components-run-in-browsers",
      "Components know components and the domain; the tRPC router as a type.",
      { path: "^components/", pathNot: TEST },
      { path: "^(server/(?!domain/)|db/|app/)", dependencyTypesNot: ["type-only"] },
    ),
    wall(
      "features-do-not-know-each-other",
      "What two features share moves to components/ui, map or lib.",
      { path: "^components/features/([^/]+)/" },
      { path: "^components/features/", pathNot: "^components/features/$1/" },
    ),
    wall(
      "ui-has-no-domain",
      "Primitives know no domain words.",
      { path: "^components/ui/", pathNot: TEST },
      { path: "^(server/|components/(features|map))" },
    ),
    wall(
      "only-map-knows-maplibre",
      "One room for the map library, and one for reading tiles on the server.",
      { pathNot: "^(components/map|server/adapters/base-map)/" },
      { path: "^node_modules/(maplibre-gl|pmtiles)/", dependencyTypesNot: ["type-only"] },
    ),
    wall(
      "pages-are-routes-only",
      "A page guards, prefetches and shows one feature.",
      { path: "^app/", pathNot: TEST },
      { path: "^(db/|server/(services|adapters|optimizer|jobs|domain/(?!access|preference))/)" },
    ),
    wall(
      "nobody-imports-main",
      "main wires; the pages' way in is its container.",
      { pathNot: ["^server/main/", "^(db/seed|e2e|scripts)/", TEST] },
      { path: "^server/main/", pathNot: "^server/main/(container|require-viewer|reader|env|server-only)\\.ts$" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules/\\.cache)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
