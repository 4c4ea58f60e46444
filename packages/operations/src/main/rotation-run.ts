import { randomUUID } from "node:crypto";
import type { Configuration, SettingName } from "../configuration";
import { type Acknowledgement, loggedReads, ringConsumers } from "../consumers";
import { keyOwner } from "../owners";
import {
  type Outcome,
  type RotatedSecret,
  type RotationEntry,
  type RotationPorts,
  type RotationRequest,
  rotate,
} from "../rotation";
import type { Connections } from "./connections";
import type { JobRun } from "./run-job";

/** The parts of the journal that rotation keeps. */
export const RotationPart = {
  Rotations: "rotations",
  Acknowledgements: "acknowledgements",
  Findings: "findings",
} as const;

/** What every command that rotates has to be told. */
export const rotationNeeds = [
  "ring",
  "keyVaultUri",
  "secrets",
  "storageAccount",
  "journalTable",
  "auditContainer",
] as const satisfies SettingName[];

const RESOURCE_MANAGER = "https://management.azure.com";

/** What a command that rotates has of its run. */
type RotatingRun = Pick<JobRun<never>, "clock"> & {
  readonly configuration: Configuration;
  readonly ports: Connections;
};

/** Rotates one secret with the run's ports. */
export type RotateOne = (secret: RotatedSecret, request: RotationRequest) => Promise<Outcome>;

/** Makes the ports of a rotation, once for a run. */
export async function rotation({ clock, configuration, ports }: RotatingRun): Promise<RotateOne> {
  const { logAnalyticsWorkspaceId, resourceManager = RESOURCE_MANAGER } = configuration;
  const parts = { credential: ports.credential, resourceManager, settings: ports.clients ?? {} };
  const reads = logAnalyticsWorkspaceId === undefined ? undefined : loggedReads(ports.logs, () => clock.now());
  const shared: RotationPorts = {
    clock,
    stopwatch: () => performance.now(),
    store: ports.secrets,
    journal: ports.journal<RotationEntry>(RotationPart.Rotations),
    leases: ports.leases,
    actions: ports.actions,
    audit: ports.audit,
    notifier: ports.notifier,
    consumers: ringConsumers(ports.journal<Acknowledgement>(RotationPart.Acknowledgements), parts, reads),
    owner: (secret) => keyOwner({ secret, ...parts }),
    worker: randomUUID(),
    who: (await ports.actor()).name,
  };
  return (secret, request) => {
    // One owner for a whole rotation: some remember the key that they made, which their service shows only once.
    const owner = shared.owner(secret);
    return rotate(secret, request, { ...shared, owner: () => owner });
  };
}
