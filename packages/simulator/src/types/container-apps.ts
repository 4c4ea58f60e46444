import { objectOf, type Properties, secret, textOf, type Value } from "../values";
import { stableHex } from "../world/identity";
import type { WorldResource } from "../world/resource";
import { publicAddress } from "./addresses";
import type { PutContext, TypeRow } from "./row";

/** Container apps, their environments and jobs. */
export const containerApps: readonly TypeRow[] = [
  {
    armType: "Microsoft.App/managedEnvironments",
    immutable: ["vnetConfiguration", "zoneRedundant", "infrastructureResourceGroup"],
    writeOnly: ["appLogsConfiguration.logAnalyticsConfiguration.sharedKey"],
    adds: ({ name, location, uuid, id, inputs }) => {
      const domain = `${word(id)}.${location}.azurecontainerapps.io`;
      const internal = objectOf(inputs.vnetConfiguration).internal === true;
      return {
        defaultDomain: domain,
        staticIp: internal ? "10.0.0.100" : publicAddress(uuid("ip")),
        eventStreamEndpoint: `https://${location}.azurecontainerapps.dev${id}/eventstream`,
        infrastructureResourceGroup: `ME_${name}_${location}`,
        kedaConfiguration: { version: "2.17.2" },
        daprConfiguration: { version: "1.13.6" },
        customDomainConfiguration: {
          customDomainVerificationId: stableHex(id.toLowerCase()).toUpperCase(),
          expirationDate: "",
          subjectName: "",
          thumbprint: "",
        },
        peerAuthentication: { mtls: { enabled: false } },
        zoneRedundant: false,
      };
    },
  },
  {
    armType: "Microsoft.App/containerApps",
    name: {
      pattern: /^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/,
      minimum: 2,
      maximum: 32,
      code: "ContainerAppInvalidName",
      message: appName("container app"),
    },
    writeOnly: ["configuration.secrets.*.value"],
    adds: containerAppOutputs,
    actions: { listContainerAppSecrets: secretsOf },
  },
  {
    armType: "Microsoft.App/jobs",
    writeOnly: ["configuration.secrets.*.value"],
    name: {
      pattern: /^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/,
      minimum: 2,
      maximum: 32,
      code: "ContainerAppInvalidName",
      message: appName("job"),
    },
    adds: ({ id, location, uuid }) => ({
      outboundIpAddresses: [publicAddress(uuid("ip"))],
      eventStreamEndpoint: `https://${location}.azurecontainerapps.dev${id}/eventstream`,
      workloadProfileName: "Consumption",
    }),
    actions: { listJobSecrets: secretsOf },
  },
  { armType: "Microsoft.App/managedEnvironments/storages" },
  {
    armType: "Microsoft.App/managedEnvironments/certificates",
    adds: ({ inputs, world }) => ({
      properties: { subjectName: textOf(inputs.certificateName) ?? "", expirationDate: world.clock.iso(), valid: true },
    }),
  },
  { armType: "Microsoft.App/managedEnvironments/daprComponents" },
];

function containerAppOutputs({ id, name, inputs, world, uuid, location }: PutContext): Properties {
  const environment = world.resource(textOf(inputs.managedEnvironmentId) ?? textOf(inputs.environmentId) ?? "");
  const domain = textOf(environment?.properties.defaultDomain) ?? `${word(id)}.${location}.azurecontainerapps.io`;
  const ingress = objectOf(inputs.configuration).ingress;
  const isOpen = objectOf(ingress).external === true;
  const host = isOpen ? domain : `internal.${domain}`;
  const suffix = textOf(objectOf(inputs.template).revisionSuffix) ?? uuid("revision").slice(0, 7);
  return {
    latestRevisionName: `${name}--${suffix}`,
    latestReadyRevisionName: `${name}--${suffix}`,
    latestRevisionFqdn: ingress === undefined ? "" : `${name}--${suffix}.${host}`,
    outboundIpAddresses: [publicAddress(uuid("ip"))],
    customDomainVerificationId: stableHex(world.identity.subscriptionId).toUpperCase(),
    eventStreamEndpoint: `https://${location}.azurecontainerapps.dev${id}/eventstream`,
    runningStatus: "Running",
    workloadProfileName: "Consumption",
    managedEnvironmentId: textOf(inputs.environmentId) ?? textOf(inputs.managedEnvironmentId) ?? "",
    environmentId: textOf(inputs.managedEnvironmentId) ?? textOf(inputs.environmentId) ?? "",
    configuration: {
      activeRevisionsMode: "Single",
      ...(ingress === undefined
        ? {}
        : {
            ingress: {
              fqdn: `${name}.${host}`,
              transport: "Auto",
              allowInsecure: false,
              traffic: [{ weight: 100, latestRevision: true }],
            },
          }),
    },
  };
}

/** The platform lists the names and values of an app's secrets, never in a plain read. */
function secretsOf(app: WorldResource): Properties {
  const list = objectOf(app.inputs.configuration).secrets;
  const value: Value[] = (Array.isArray(list) ? list : []).map((each) => ({
    name: objectOf(each).name ?? "",
    value: secret(objectOf(each).value ?? ""),
  }));
  return { value };
}

function appName(kind: string): (name: string) => string {
  return (name) =>
    `Invalid ${kind} name '${name}'. A name must consist of lower case alphanumeric characters or '-', start with a letter, ` +
    "end with an alphanumeric character, have no '--', and have 2 to 32 characters.";
}

function word(id: string): string {
  return `ashyground-${stableHex(id.toLowerCase()).slice(0, 8)}`;
}
