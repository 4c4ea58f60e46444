import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as dashboard from "@pulumi/azure-native/dashboard";
import * as portal from "@pulumi/azure-native/portal";
import * as pulumi from "@pulumi/pulumi";
import { resourceName, stableUuid } from "@ringfence/core/naming";
import { refuse } from "../refuse/refuse";
import type { OperationsDashboardArgs } from "./args";
import { operationsDashboardProblems } from "./dashboard-problems";
import { grafanaJson } from "./grafana";
import { dashboardParts, lastDay } from "./portal-dashboard";
import { sourcesOf } from "./sources";
import { sections } from "./tiles";
import { wallTiles } from "./wall";
import { workbookJson } from "./workbook";

/**
 * One page that says how the ring is: an Azure Monitor workbook with alerts, incidents, service levels, traffic,
 * latency, errors, deployments, tokens, quota, safety, secrets and cost. The same page is given as a Grafana dashboard,
 * and a few of its tiles as a portal dashboard for the wall. It finds the ring's resources by their tags, so it needs no
 * list of them. Everybody sees what their own rights let them see. Serves OE-R3, OE-R4, OE-R10, OE-R13 and OE-R15.
 */
export class OperationsDashboard extends pulumi.ComponentResource {
  /** The workbook's Azure id; `https://portal.azure.com/#resource` followed by it opens it. */
  public readonly workbookId: pulumi.Output<string>;

  /** The same page as the JSON of a Grafana dashboard, to be imported into Azure Managed Grafana. */
  public readonly grafanaDashboard: pulumi.Output<string>;

  constructor(name: string, args: OperationsDashboardArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("OperationsDashboard", name, operationsDashboardProblems(name, args));
    super("ringfence:index:OperationsDashboard", name, args, opts);
    const { ring, title = `${args.ring.tags.service} in ${args.ring.ring}` } = args;
    const child = { parent: this };
    const nameOf = { name: ring.name, ring: ring.ring, qualifier: name };
    const sources = sourcesOf(ring);
    this.grafanaDashboard = sources.apply((facts) => grafanaJson(title, sections, facts));
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
        serializedData: sources.apply((facts) => workbookJson(title, sections, facts)),
        tags: { ...ring.tags },
      },
      child,
    );
    if (args.wall === true)
      new portal.Dashboard(
        `${name}-wall`,
        {
          dashboardName: resourceName("portalDashboard", nameOf),
          resourceGroupName: ring.resourceGroupName,
          location: ring.location,
          properties: {
            lenses: [{ order: 0, parts: sources.apply((facts) => dashboardParts(wallTiles(sections), facts)) }],
            metadata: lastDay,
          },
          tags: { ...ring.tags, "hidden-title": title },
        },
        child,
      );
    if (args.grafanaInAzureMonitor === true) {
      const shell = new dashboard.Dashboard(
        `${name}-grafana`,
        {
          dashboardName: resourceName("monitorDashboard", nameOf),
          resourceGroupName: ring.resourceGroupName,
          location: ring.location,
          tags: { ...ring.tags, GrafanaDashboardTags: "ringfence" },
        },
        child,
      );
      new dashboard.DashboardDefinition(
        `${name}-grafana-definition`,
        {
          dashboardName: shell.name,
          definitionName: "default",
          resourceGroupName: ring.resourceGroupName,
          properties: { serializedData: this.grafanaDashboard },
        },
        child,
      );
    }
    this.workbookId = workbook.id;
    this.registerOutputs({ workbookId: this.workbookId, grafanaDashboard: this.grafanaDashboard });
  }
}
