/** The day under measurement and how to get to it. */
export interface PreparedDay {
  readonly email: string;
  readonly password: string;
  readonly date: string;
  readonly day: string;
  readonly deliveries: number;
  readonly routes: number;
  readonly stops: number;
  readonly unassigned: number;
  readonly late: number;
  /** False: legs are estimated and drawn straight. */
  readonly hasRoads: boolean;
  readonly hasBasemap: boolean;
}
