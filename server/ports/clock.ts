/** The only source of "now" and of randomness for use cases, so that tests can hold both still. */
export interface Clock {
  now(): Date;
}
