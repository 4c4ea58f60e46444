import * as cognitiveservices from "@pulumi/azure-native/cognitiveservices";
import * as pulumi from "@pulumi/pulumi";
import { resourceName } from "@ringfence/core/naming";
import { NetworkMode } from "@ringfence/core/rings";
import { diagnose } from "../diagnostics/diagnose";
import type { WatchArgs } from "../monitors/watch";
import { privateEndpoint } from "../private-endpoints/private-endpoint";
import { refuse } from "../refuse/refuse";
import { grantAccess } from "./access";
import { accountInputs, regionOf, regionTags } from "./account";
import type { AiProjectArgs } from "./args";
import { connect, grantConnection } from "./connections";
import { filterInputs, filtersOf } from "./content-filters";
import { deploymentInputs } from "./deployment";
import { deploymentOrder } from "./deployment-order";
import { deploymentSkus } from "./deployment-sku";
import { offerWarnings } from "./offer-problems";
import { oneAfterAnother } from "./one-after-another";
import { aiProjectNameProblems, aiProjectProblems } from "./problems";

/** What ServiceMonitors needs of each project. Kept here, because every property of a component is in its schema. */
const watches = new WeakMap<AiProject, WatchArgs>();

/**
 * A Foundry account with one project, its model deployments and content filters, ready for production: Entra
 * identities only, no public way in, a content filter on every deployment that is stricter than Azure's, pinned model
 * versions where the ring pins them, diagnostics, a private endpoint in private rings, and roles for named principals.
 *
 * Azure refuses two changes of one account at a time (409 RequestConflict). So its children are created, changed and
 * deleted one after another: content filters, deployments, private endpoint, project, connections. Serves OE-R5, OE-R11,
 * OE-R12 and OE-R15.
 */
export class AiProject extends pulumi.ComponentResource {
  /** The Foundry account's id. */
  readonly accountId: pulumi.Output<string>;
  /** The Foundry account's name, which is also its subdomain. */
  readonly accountName: pulumi.Output<string>;
  /** The account's address, for calls of models: `https://….cognitiveservices.azure.com/`. */
  readonly endpoint: pulumi.Output<string>;
  /** The project's id. */
  readonly projectId: pulumi.Output<string>;
  /** The project's address, for agents and evaluations: `https://….services.ai.azure.com/api/projects/…`. */
  readonly projectEndpoint: pulumi.Output<string>;
  /** The object id of the project's identity, for roles at services that it reaches. */
  readonly projectPrincipalId: pulumi.Output<string>;
  /** The deployments' names, as callers send them, in the order of the rows. */
  readonly deploymentNames: pulumi.Output<string[]>;

  /**
   * Throws InputPropertiesError with every mistake in the arguments, before anything is created.
   */
  constructor(name: string, args: AiProjectArgs, opts?: pulumi.ComponentResourceOptions) {
    super("ringfence:index:AiProject", name, args, opts);
    const today = new Date();
    refuse("AiProject", name, [...aiProjectNameProblems(name, args), ...aiProjectProblems(args, today)]);
    for (const { path, problem } of offerWarnings(args, today)) void pulumi.log.warn(`${path}: ${problem}`, this);

    const { ring, models, connections = [] } = args;
    const { resourceGroupName, logAnalyticsId } = ring;
    const parent = { parent: this };
    const account = new cognitiveservices.Account(
      `${name}-account`,
      accountInputs(resourceName("aiAccount", { name, ring: ring.ring, suffix: ring.suffix }), args),
      parent,
    );
    const accountName = account.name;
    const next = oneAfterAnother(account, this);

    for (const filter of filtersOf(args))
      next(
        (opts) =>
          new cognitiveservices.RaiPolicy(
            `${name}-filter-${filter.name}`,
            { accountName, resourceGroupName, ...filterInputs(filter, ring) },
            opts,
          ),
      );
    for (const row of deploymentOrder(models))
      next(
        (opts) =>
          new cognitiveservices.Deployment(`${name}-model-${row.name}`, deploymentInputs(row, ring, accountName), opts),
      );
    if (ring.settings.network === NetworkMode.Private)
      next(
        (opts) =>
          privateEndpoint(`${name}-account`, { ring, resourceId: account.id, groupId: "account" }, opts).endpoint,
      );

    const projectName = resourceName("aiProject", { name, ring: ring.ring });
    const project = next(
      (opts) =>
        new cognitiveservices.Project(
          `${name}-project`,
          {
            accountName,
            resourceGroupName,
            projectName,
            location: regionOf(args),
            identity: { type: "SystemAssigned" },
            properties: { displayName: name, description: `${ring.tags.service} in ${ring.ring}` },
            tags: regionTags(args),
          },
          opts,
        ),
    );
    const projectPrincipalId = project.identity.apply((identity) => identity?.principalId ?? "");
    for (const connection of connections) {
      const connectionName = `${name}-connection-${connection.name}`;
      next((opts) => connect(connectionName, connection, { resourceGroupName, accountName, projectName }, opts));
      grantConnection(connectionName, connection, projectPrincipalId, parent);
    }
    diagnose(`${name}-account-diagnostics`, { resourceId: account.id, logAnalyticsId }, parent);
    grantAccess(name, args, { account: account.id, project: project.id }, parent);

    watches.set(this, {
      name,
      resourceId: account.id,
      type: "Microsoft.CognitiveServices/accounts",
      projectId: project.id,
      hasOpenAiModels: models.some(({ format = "OpenAI" }) => format === "OpenAI"),
      hasOtherModels: models.some(({ format = "OpenAI" }) => format !== "OpenAI"),
      hasProvisionedThroughput: models.some(({ sku }) => deploymentSkus[sku].provisioned),
      spillingDeployments: models.filter(({ spilloverTo }) => spilloverTo !== undefined).map((row) => row.name),
    });
    this.accountId = account.id;
    this.accountName = accountName;
    this.endpoint = account.properties.apply(({ endpoint }) => endpoint);
    this.projectId = project.id;
    this.projectEndpoint = pulumi.interpolate`https://${accountName}.services.ai.azure.com/api/projects/${projectName}`;
    this.projectPrincipalId = projectPrincipalId;
    this.deploymentNames = pulumi.output(models.map((row) => row.name));
    this.registerOutputs({
      accountId: this.accountId,
      accountName: this.accountName,
      endpoint: this.endpoint,
      projectId: this.projectId,
      projectEndpoint: this.projectEndpoint,
      projectPrincipalId: this.projectPrincipalId,
      deploymentNames: this.deploymentNames,
    });
  }

  /** What ServiceMonitors needs to watch the account and its project: `watch: [assistant.watched]`. */
  get watched(): WatchArgs {
    const watch = watches.get(this);
    if (!watch) throw new Error("AiProject.watched: the constructor has not finished");
    return watch;
  }
}
