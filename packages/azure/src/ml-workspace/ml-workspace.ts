import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { NetworkMode } from "@ringfence/core/rings";
import { diagnose } from "../diagnostics/diagnose";
import type { WatchArgs } from "../monitors/watch";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import { refuse } from "../refuse/refuse";
import { grantCluster, grantOutboundEndpoint, grantPrincipals, grantWorkspace } from "./access";
import type { MlWorkspaceArgs } from "./args";
import { cluster } from "./cluster";
import { mlWorkspaceNameProblems, mlWorkspaceProblems } from "./problems";
import { workspaceRegistry } from "./registry";
import { workspaceStorage } from "./storage";
import { workspaceVault } from "./vault";
import { workspace } from "./workspace";

/** What ServiceMonitors needs of each workspace. Kept here, because every property of a component is in its schema. */
const watches = new WeakMap<MlWorkspace, WatchArgs>();

/**
 * An Azure Machine Learning workspace for teams that train or host models of their own: identities instead of keys
 * throughout, jobs in a managed network, storage, registry and vault of its own behind closed firewalls, compute that
 * shrinks to nothing, diagnostics, private endpoints in private rings, and roles for named principals.
 */
export class MlWorkspace extends pulumi.ComponentResource {
  /** The workspace's id. */
  readonly workspaceId: pulumi.Output<string>;
  /** The workspace's name. */
  readonly workspaceName: pulumi.Output<string>;
  /** The object id of the identity that the workspace runs as, for roles at services that it reaches. */
  readonly identityPrincipalId: pulumi.Output<string>;
  /** The id of the storage account with the workspace's data. */
  readonly storageAccountId: pulumi.Output<string>;
  /** The id of the registry with the workspace's images. */
  readonly registryId: pulumi.Output<string>;

  /**
   * Throws InputPropertiesError with every mistake in the arguments, before anything is created.
   */
  constructor(name: string, args: MlWorkspaceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("ringfence:index:MlWorkspace", name, args, opts);
    refuse("MlWorkspace", name, [...mlWorkspaceNameProblems(name, args), ...mlWorkspaceProblems(args)]);

    const { ring, clusters = [], outboundEndpoints = [], keyVaultId } = args;
    const parent = { parent: this };
    const identity = new managedidentity.UserAssignedIdentity(
      `${name}-identity`,
      {
        resourceName: resourceName("userAssignedIdentity", { name, ring: ring.ring }),
        resourceGroupName: ring.resourceGroupName,
        location: ring.location,
        tags: { ...ring.tags },
      },
      parent,
    );
    const storage = workspaceStorage(name, args, parent);
    const registry = workspaceRegistry(name, args, parent);
    const behind = {
      storage: storage.id,
      registry: registry.id,
      vault: keyVaultId ?? workspaceVault(name, args, parent).id,
      insights: ring.applicationInsightsId,
    };
    const granted = [
      ...grantWorkspace(name, behind, identity.principalId, parent),
      ...outboundEndpoints.map((endpoint) =>
        grantOutboundEndpoint(`${name}-outbound-${endpoint.name}`, endpoint.resourceId, identity.principalId, parent),
      ),
    ];
    const created = workspace(name, args, identity, behind, { ...parent, dependsOn: granted });
    const places = { ...behind, workspace: created.id };
    diagnose(`${name}-workspace-diagnostics`, { resourceId: created.id, logAnalyticsId: ring.logAnalyticsId }, parent);
    if (ring.settings.network === NetworkMode.Private)
      privateEndpoint(`${name}-workspace`, { ring, resourceId: created.id, groupId: "amlworkspace" }, parent);
    for (const row of clusters) {
      const clusterName = `${name}-cluster-${row.name}`;
      const compute = cluster(clusterName, row, ring, created.name, parent);
      grantCluster(
        clusterName,
        places,
        compute.identity.apply((made) => made?.principalId ?? ""),
        parent,
      );
    }
    grantPrincipals(name, args, places, parent);

    watches.set(this, { name, resourceId: created.id, type: "Microsoft.MachineLearningServices/workspaces" });
    this.workspaceId = created.id;
    this.workspaceName = created.name;
    this.identityPrincipalId = identity.principalId;
    this.storageAccountId = storage.id;
    this.registryId = registry.id;
    this.registerOutputs({
      workspaceId: this.workspaceId,
      workspaceName: this.workspaceName,
      identityPrincipalId: this.identityPrincipalId,
      storageAccountId: this.storageAccountId,
      registryId: this.registryId,
    });
  }
  /** What ServiceMonitors needs to watch the workspace: `watch: [training.watched]`. Its endpoints are watched by id. */
  get watched(): WatchArgs {
    const watch = watches.get(this);
    if (!watch) throw new Error("MlWorkspace.watched: the constructor has not finished");
    return watch;
  }
}
