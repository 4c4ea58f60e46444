import type { TokenCredential } from "@azure/core-auth";
import type { JobCommand } from "@ringfence/core/jobs";
import type { WorkItemTracker } from "@ringfence/core/on-call";
import type { Actor, Approvals, KillSwitch } from "../actions";
import type { AuditTrail } from "../audit";
import type { ClientSettings } from "../azure/client-options";
import type { Configuration } from "../configuration";
import type { AlertSource, Courier } from "../incidents";
import type { Log } from "../observability";
import type { Actions, Clock, Journal, Leases, LogQuery, Notifier, Queue, SecretStore } from "../ports";
import type { WorkItems } from "../work-items";

/** What a run is about, for whoever makes its ports. */
export interface RunFacts {
  readonly command: JobCommand;
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly log: Log;
  /** One id for everything that this run does. */
  readonly correlation: string;
  readonly dryRun: boolean;
  /** The person who asks, where the run is signed in as an application. */
  readonly as?: string;
}

/** The ports of a run. Each is made, and its SDK loaded, when it is first asked for. */
export interface Connections {
  /** The journal's part for one purpose: `rotations`, `incidents`. */
  journal<T>(purpose: string): Journal<T>;
  readonly leases: Leases;
  readonly audit: AuditTrail;
  readonly secrets: SecretStore;
  /** The queue of expiry events, or another one of the store. */
  queue(name?: string): Queue;
  readonly notifier: Notifier;
  /** The alerts of what is below an Azure id. */
  alerts(scope: string): AlertSource;
  /** Brings messages to people. */
  readonly courier: Courier;
  /** The work items of a tracker. */
  workItems(tracker: WorkItemTracker): Promise<WorkItems>;
  /** The ring's logs. */
  readonly logs: LogQuery;
  /** The gate to every effect. */
  readonly actions: Actions;
  readonly approvals: Approvals;
  readonly killSwitch: KillSwitch;
  /** Who the run acts as. @throws ActorUnknown */
  actor(): Promise<Actor>;
  /** Who the run is signed in as, for the SDK clients of owners. */
  readonly credential: TokenCredential;
  /** What every client of the run is given besides; nothing if left out. */
  readonly clients?: ClientSettings;
}

/** Makes the ports of a run. */
export type Connect = (run: RunFacts) => Connections;
