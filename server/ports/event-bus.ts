/**
 * Says across processes that an organization's event log has grown, that its drivers have moved, or that it or a person may
 * see something else. Carries no data.
 */
export interface EventBus {
  /** Calls back when something is said of whom it names: an organization or a person. Returns the way to stop listening. */
  subscribe(id: string, listener: () => void): () => void;
  stop(): Promise<void>;
}
