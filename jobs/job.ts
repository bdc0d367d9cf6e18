/** A piece of recurring work. One file each; it catches up by itself when runs were missed. */
export interface Job {
  name: string;
  /** As Agenda reads it: `1 second`, `5 minutes`. */
  every: string;
  /** How long it hangs after its worker died, in milliseconds, when it may run longer than the few seconds others take. */
  lockMs?: number;
  run(): Promise<void>;
}
