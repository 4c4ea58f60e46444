import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as pulumi from "@pulumi/pulumi";
import { stableUuid } from "@ringfence/core/naming";
import { refuse } from "../refuse/refuse";
import type { OperationsDashboardArgs } from "./args";
import { operationsDashboardProblems } from "./dashboard-problems";
import { subscriptionOf } from "./ring-facts";
import { sections } from "./tiles";
import { workbookJson } from "./workbook";

/**
 * One page that says how the ring is: an Azure Monitor workbook with alerts, traffic, latency, errors, tokens, quota,
 * secrets and cost. It finds the ring's resources by their tags, so it needs no list of them. Everybody
 * sees what their own rights let them see. Serves OE-R3, OE-R4 and OE-R13.
 */
export class OperationsDashboard extends pulumi.ComponentResource {
  /** The workbook's Azure id; `https://portal.azure.com/#resource` followed by it opens it. */
  public readonly workbookId: pulumi.Output<string>;

  constructor(name: string, args: OperationsDashboardArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("OperationsDashboard", name, operationsDashboardProblems(args));
    super("ringfence:index:OperationsDashboard", name, args, opts);
    const { ring, title = `${args.ring.tags.service} in ${args.ring.ring}` } = args;
    const serializedData = pulumi
      .all([ring.resourceGroupId, ring.logAnalyticsId])
      .apply(([resourceGroupId, logAnalyticsId]) =>
        workbookJson(title, sections, {
          service: ring.tags.service,
          environment: ring.ring,
          location: ring.location,
          subscriptionId: subscriptionOf(resourceGroupId),
          resourceGroupId,
          logAnalyticsId,
        }),
      );
    const workbook = new applicationinsights.Workbook(
      `${name}-workbook`,
      {
        resourceName: stableUuid("Microsoft.Insights/workbooks", ring.name, ring.ring, ring.suffix, name),
        resourceGroupName: ring.resourceGroupName,
        location: ring.location,
        kind: "shared",
        category: "workbook",
        displayName: title,
        sourceId: ring.logAnalyticsId,
        version: "Notebook/1.0",
        serializedData,
        tags: { ...ring.tags },
      },
      { parent: this },
    );
    this.workbookId = workbook.id;
    this.registerOutputs({ workbookId: this.workbookId });
  }
}
