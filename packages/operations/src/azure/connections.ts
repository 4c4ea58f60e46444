import type { TokenCredential } from "@azure/core-auth";
import type { WorkItemTracker } from "@ringfence/core/on-call";
import { type Actor, type Approval, Approvals, actionGate, KillSwitch, type SwitchPosition } from "../actions";
import type { AuditTrail, ChainHead } from "../audit";
import { type Configuration, mustHave } from "../configuration";
import type { AlertSource, Courier } from "../incidents";
import type { Connections, RunFacts } from "../main/connections";
import type { Actions, Journal, Leases, LogQuery, Notifier, SecretStore } from "../ports";
import type { WorkItems } from "../work-items";
import type { ClientSettings } from "./client-options";
import { storageEndpoints } from "./endpoints";
import type { KeptNotice } from "./notices/log-notifier";

/** The parts of the journal, each a partition of its table. */
const JournalPart = {
  Leases: "leases",
  Approvals: "approvals",
  Switch: "switch",
  AuditHead: "audit-head",
  Notices: "notices",
} as const;

/** The ports on Azure. Each is made at first use, and loads the SDK that it needs then. */
export function azureConnections(
  run: RunFacts,
  settings: ClientSettings = {},
  signIn = defaultCredential,
): Connections {
  const { configuration, clock, log } = run;
  const credential = once(() => signIn(configuration));
  const needs = <Name extends keyof Configuration>(...names: Name[]) => mustHave(configuration, names);
  const table = once(() => {
    const { TableClient } = require("@azure/data-tables") as typeof import("@azure/data-tables");
    const { clientOptions } = require("./client-options") as typeof import("./client-options");
    const { journalTable } = needs("journalTable");
    return new TableClient(endpoints().table, journalTable, credential(), clientOptions(settings));
  });
  const endpoints = once(() => storageEndpoints(needs("storageAccount")));
  const journal = <T>(purpose: string): Journal<T> => {
    const { tableJournal } = require("./journal/table-journal") as typeof import("./journal/table-journal");
    return tableJournal<T>(table(), purpose);
  };
  const leases = once((): Leases => {
    const { journalLeases } = require("./journal/journal-leases") as typeof import("./journal/journal-leases");
    return journalLeases(journal(JournalPart.Leases), clock);
  });
  const audit = once((): AuditTrail => {
    const { BlobServiceClient } = require("@azure/storage-blob") as typeof import("@azure/storage-blob");
    const { storageOptions } = require("./client-options") as typeof import("./client-options");
    const { BlobAudit } = require("./audit/blob-audit") as typeof import("./audit/blob-audit");
    const { NotedHead } = require("./audit/noted-head") as typeof import("./audit/noted-head");
    const service = new BlobServiceClient(endpoints().blob, credential(), storageOptions(settings));
    const container = service.getContainerClient(needs("auditContainer").auditContainer);
    return new BlobAudit(container, new NotedHead(journal<ChainHead>(JournalPart.AuditHead)));
  });
  const secrets = once((): SecretStore => {
    const { connectVault } = require("./vault") as typeof import("./vault");
    return connectVault(needs("keyVaultUri").keyVaultUri, credential(), clock, settings);
  });
  const queue: Connections["queue"] = (name) => {
    const { QueueServiceClient } = require("@azure/storage-queue") as typeof import("@azure/storage-queue");
    const { storageOptions } = require("./client-options") as typeof import("./client-options");
    const { storageQueue } = require("./queue/storage-queue") as typeof import("./queue/storage-queue");
    const service = new QueueServiceClient(endpoints().queue, credential(), storageOptions(settings));
    const from = name ?? needs("eventsQueue").eventsQueue;
    return storageQueue(service.getQueueClient(from), service.getQueueClient(needs("poisonQueue").poisonQueue), clock);
  };
  const notifier = once((): Notifier => {
    const { logNotifier } = require("./notices/log-notifier") as typeof import("./notices/log-notifier");
    return logNotifier(log, journal<KeptNotice>(JournalPart.Notices), () => clock.now());
  });
  const logs = once((): LogQuery => {
    const { logAnalytics } = require("./logs/log-analytics") as typeof import("./logs/log-analytics");
    const { logAnalyticsWorkspaceId, logAnalyticsEndpoint } = needs("logAnalyticsWorkspaceId");
    return logAnalytics(logAnalyticsWorkspaceId, credential(), { ...settings, endpoint: logAnalyticsEndpoint });
  });
  const alerts = (scope: string): AlertSource => {
    const { azureAlerts } = require("../incidents") as typeof import("../incidents");
    const resourceManager = configuration.resourceManager ?? "https://management.azure.com";
    return azureAlerts({ resourceManager, scope, credential: credential() }, settings);
  };
  const courier = once((): Courier => {
    const { httpsCourier } = require("../incidents") as typeof import("../incidents");
    return httpsCourier(secrets(), settings);
  });
  const workItems = (tracker: WorkItemTracker): Promise<WorkItems> => {
    const { connectWorkItems } = require("../work-items") as typeof import("../work-items");
    return connectWorkItems(tracker, secrets(), credential);
  };
  const approvals = once(() => new Approvals(journal<Approval>(JournalPart.Approvals), clock));
  const killSwitch = once(() => new KillSwitch(journal<SwitchPosition>(JournalPart.Switch), clock));
  const actor = once((): Promise<Actor> => {
    const { signedInActor } = require("./identity") as typeof import("./identity");
    return signedInActor(credential(), run.as);
  });
  const actions = once(
    (): Actions =>
      actionGate({
        command: run.command,
        actor,
        audit: audit(),
        approvals: approvals(),
        killSwitch: killSwitch(),
        clock,
        log,
        dryRun: run.dryRun,
      }),
  );
  return {
    journal,
    queue,
    clients: settings,
    alerts,
    workItems,
    get courier() {
      return courier();
    },
    actor,
    get leases() {
      return leases();
    },
    get audit() {
      return audit();
    },
    get secrets() {
      return secrets();
    },
    get notifier() {
      return notifier();
    },
    get logs() {
      return logs();
    },
    get actions() {
      return actions();
    },
    get approvals() {
      return approvals();
    },
    get killSwitch() {
      return killSwitch();
    },
    get credential() {
      return credential();
    },
  };
}

/** The managed identity in Azure, the person who is signed in elsewhere. */
function defaultCredential({ clientId }: Configuration): TokenCredential {
  const { DefaultAzureCredential } = require("@azure/identity") as typeof import("@azure/identity");
  return new DefaultAzureCredential({ managedIdentityClientId: clientId });
}

/** Makes a thing at its first use and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
