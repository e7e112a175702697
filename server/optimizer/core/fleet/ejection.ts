/** How often each job could not be put anywhere, N & B's penalty counters p[v]: those seldom refused give way to others. */
export type Refusals = Float64Array;

/**
 * Forces a job that is out onto a route by taking others off it, those whose refusals sum up to least: the ejection of
 * Nagata & Bräysy, "A powerful route minimization heuristic for the vehicle routing problem with time windows",
 * Operations Research Letters 37(5), 2009, §3.2. The plan stays sound, and nothing changes if no route can take the job.
 */
export interface Ejection {
  readonly force: (job: number, refusals: Refusals) => boolean;
}
