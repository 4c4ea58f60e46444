import * as pulumi from "@pulumi/pulumi";
import type { RingContext } from "./context";
import { ringContextProblems } from "./context-problems";

/**
 * Reads a ring's context from the stack that made the ring and exports it: `export const context = ring.context`.
 * Await it before the components that take it, because they decide by its plain parts what to create. Where the other
 * stack keeps the output secret, the ids and names in it stay secret here.
 *
 * @throws Error when the stack has no such output yet, or when the output is not a ring's context; the message lists
 * everything that is missing in it.
 */
export async function ringContext(reference: pulumi.StackReference, outputName = "context"): Promise<RingContext> {
  const { value, secretValue } = await reference.getOutputDetails(outputName);
  const found: unknown = value ?? secretValue;
  const where = `output "${outputName}" of stack "${await nameOf(reference)}"`;
  if (found === undefined || found === null)
    throw new Error(
      `${where} is not there: export it in that stack's program (export const ${outputName} = ring.context) and deploy that stack before this one`,
    );
  const problems = ringContextProblems(found);
  if (problems.length > 0)
    throw new Error(
      [`${where} is not the context of a ring:`, ...problems.map(({ path, problem }) => `  ${path}: ${problem}`)].join(
        "\n",
      ),
    );
  const context = found as RingContext;
  return value === undefined ? withSecretIds(context) : context;
}

function nameOf(reference: pulumi.StackReference): Promise<string> {
  return new Promise((resolve) => void reference.name.apply(resolve));
}

/** What components decide by stays plain; the ids and names of created things become secrets. */
function withSecretIds(context: RingContext): RingContext {
  const { actionGroupIds, jobsIdentity, network } = context;
  const { tenantId, subscriptionId, resourceGroupName, resourceGroupId, logAnalyticsId, applicationInsightsId } =
    context;
  const { applicationInsightsConnectionString, keyVaultName, keyVaultId, keyVaultUri } = context;
  return {
    ...context,
    ...secretly({
      tenantId,
      subscriptionId,
      resourceGroupName,
      resourceGroupId,
      logAnalyticsId,
      applicationInsightsId,
    }),
    ...secretly({ applicationInsightsConnectionString, keyVaultName, keyVaultId, keyVaultUri }),
    actionGroupIds: secretly(actionGroupIds),
    jobsIdentity: secretly(jobsIdentity),
    ...(network && {
      network: {
        ...network,
        virtualNetworkId: pulumi.secret(network.virtualNetworkId),
        endpointsSubnetId: pulumi.secret(network.endpointsSubnetId),
        jobsSubnetId: pulumi.secret(network.jobsSubnetId),
        privateDnsZoneIds: secretly(network.privateDnsZoneIds),
      },
    }),
  };
}

function secretly<Key extends string>(values: Record<Key, pulumi.Input<string>>): Record<Key, pulumi.Input<string>> {
  const entries = Object.entries<pulumi.Input<string>>(values).map(([key, value]) => [key, pulumi.secret(value)]);
  return Object.fromEntries(entries);
}
