import { ROAD_REACH_METERS } from "./road-engine";

const UNLIMITED = 1_000_000_000;
const SILENT = { logging: { type: "" } };

const MODES = [
  "auto",
  "truck",
  "bicycle",
  "pedestrian",
  "bus",
  "taxi",
  "motorcycle",
  "motor_scooter",
  "bikeshare",
  "transit",
  "multimodal",
];

/**
 * Valhalla's configuration for one folder of tiles. Its own generator is a Python script; this is the part that an
 * embedded engine reads, with limits meant for public servers lifted. Valhalla refuses to start when a key is missing.
 */
export function valhallaConfig(tileDir: string): Record<string, unknown> {
  return {
    mjolnir: { tile_dir: tileDir, ...SILENT },
    loki: {
      ...SILENT,
      actions: ["locate", "route", "sources_to_targets", "status"],
      use_connectivity: true,
      service_defaults: {
        radius: 0,
        minimum_reachability: 50,
        search_cutoff: ROAD_REACH_METERS,
        node_snap_tolerance: 5,
        street_side_tolerance: 5,
        street_side_max_distance: 1000,
        heading_tolerance: 60,
      },
    },
    // The default "costmatrix" took ten times as long on city matrices of hundreds of positions.
    thor: { ...SILENT, source_to_target_algorithm: "timedistancematrix" },
    odin: { ...SILENT, markup_formatter: { markup_enabled: false, phoneme_format: "" } },
    meili: meiliDefaults(),
    service_limits: serviceLimits(),
  };
}

function serviceLimits(): Record<string, unknown> {
  const mode = {
    max_distance: 5_000_000,
    max_locations: 100_000,
    max_matrix_distance: 2_000_000,
    max_matrix_location_pairs: UNLIMITED,
    min_transit_walking_distance: 1,
    max_transit_walking_distance: 10_000,
  };
  return {
    ...Object.fromEntries(MODES.map((name) => [name, mode])),
    isochrone: {
      max_contours: 4,
      max_distance: 25_000,
      max_distance_contour: 200,
      max_locations: 1,
      max_time_contour: 120,
    },
    centroid: { max_distance: 200_000, max_locations: 5 },
    trace: {
      max_alternates: 3,
      max_alternates_shape: 100,
      max_distance: 200_000,
      max_gps_accuracy: 100,
      max_search_radius: 100,
      max_shape: 16_000,
    },
    skadi: { max_shape: 750_000, min_resample: 10 },
    status: { allow_verbose: false },
    max_alternates: 2,
    max_exclude_locations: 50,
    max_exclude_polygons_length: 10_000,
    max_radius: 200,
    max_reachability: 100,
    max_timedep_distance: 500_000,
    max_timedep_distance_matrix: 0,
    max_distance_disable_hierarchy_culling: 0,
    allow_hard_exclusions: false,
  };
}

/** Map matching, which Dray does not ask for; it is read at start all the same. */
function meiliDefaults(): Record<string, unknown> {
  return {
    ...SILENT,
    customizable: [],
    mode: "auto",
    verbose: false,
    grid: { size: 500, cache_size: 100_240 },
    default: {
      sigma_z: 4.07,
      beta: 3,
      max_route_distance_factor: 5,
      max_route_time_factor: 5,
      max_search_radius: 100,
      breakage_distance: 2000,
      interpolation_distance: 10,
      search_radius: 50,
      gps_accuracy: 5,
      geometry: false,
      route: true,
      turn_penalty_factor: 0,
    },
  };
}
