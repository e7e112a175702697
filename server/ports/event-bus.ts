/** Says across processes that an organization's event log has grown, or that its drivers have moved. Carries no data. */
export interface EventBus {
  /** Calls back with the organization's id; returns the way to stop listening. */
  subscribe(organizationId: string, listener: () => void): () => void;
  stop(): Promise<void>;
}
