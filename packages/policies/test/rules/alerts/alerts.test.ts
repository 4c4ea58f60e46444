import type * as monitor from "@pulumi/azure-native/monitor";
import * as alerts from "@ringfence/policies/rules/alerts";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { prove, survivesRandomBags } from "../prove";

const METRIC = "monitor:MetricAlert";
const QUERY = "monitor:ScheduledQueryRule";
const ACTIVITY = "monitor:ActivityLogAlert";
const SMART = "alertsmanagement:SmartDetectorAlertRule";
const GROUP = "monitor:ActionGroup";
const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/ag";
const RUNBOOK = "https://contoso.example/runbooks/model-unavailable.md";

prove({
  rule: alerts.metricAutoResolve,
  type: METRIC,
  good: [{ props: { autoMitigate: true } }],
  bad: [
    { props: { autoMitigate: false }, at: ["autoMitigate"] },
    { props: { enabled: true }, at: ["autoMitigate"] },
  ],
  empty: "fail",
  unknown: [{ props: { autoMitigate: unknown }, at: "autoMitigate" }],
});

prove({
  rule: alerts.alertActionGroup,
  type: METRIC,
  good: [
    { props: { actions: [{ actionGroupId: unknown }, { actionGroupId: ID }] } },
    { props: { actions: [{ actionGroupId: ID }] } },
  ],
  bad: [
    { props: { actions: [] }, at: ["actions"] },
    { props: { actions: [{ webHookProperties: {} }] }, at: ["actions"] },
    { props: { actions: [{ actionGroupId: "" }] }, at: ["actions"] },
    { props: { enabled: true }, at: ["actions"] },
  ],
  empty: "fail",
  unknown: [
    { props: { actions: unknown }, at: "actions" },
    { props: { actions: [{}, { actionGroupId: unknown }] }, at: "actions[1].actionGroupId" },
  ],
});

/** How each type of alert rule names a group. */
const naming: Readonly<Record<string, (id: unknown) => Record<string, unknown>>> = {
  [METRIC]: (actionGroupId) => ({ actions: [{ actionGroupId }] }),
  [QUERY]: (id) => ({ actions: { actionGroups: [id] } }),
  [ACTIVITY]: (actionGroupId) => ({ actions: { actionGroups: [{ actionGroupId }] } }),
  [SMART]: (id) => ({ actionGroups: { groupIds: [id] } }),
};
const propertyOf = (type: string) => (type === SMART ? "actionGroups" : "actions");

test.each(Object.entries(naming))("%s: named, nobody, not known", async (type, naming) => {
  const judged = async (props: Record<string, unknown>) => {
    const [verdict] = await judge(alerts.alertActionGroup, { resources: [{ type: `azure-native:${type}`, props }] });
    return [verdict?.outcome, verdict?.path];
  };
  const property = propertyOf(type);
  expect(await judged(naming(ID))).toEqual(["pass", undefined]);
  expect(await judged({})).toEqual(["fail", property]);
  expect(await judged({ [property]: {} })).toEqual(["fail", property]);
  expect((await judged(naming(unknown)))[0]).toBe("undetermined");
});

const group = (name: string, props: Record<string, unknown>, id = `${ID}-${name}`): JudgedResource => ({
  type: `azure-native:${GROUP}`,
  name,
  props,
  outputs: { ...props, id },
});
const mail = { enabled: true, emailReceivers: [{ name: "mail", emailAddress: "a@b.example" }] };

test.each(Object.entries(naming))(
  "%s: an unknown id made from a group is judged by that group",
  async (type, naming) => {
    const alert = { type: `azure-native:${type}`, name: "alert", props: naming(unknown) };
    const judged = async (props: Record<string, unknown>, from = "ag") => {
      const verdicts = await judge([alerts.alertActionGroup, alerts.alertReachesSomebody], {
        resources: [
          { type: `azure-native:${GROUP}`, name: "ag", props },
          { ...alert, propertyDependencies: { [propertyOf(type)]: [from] } },
        ],
      });
      return verdicts.map(({ outcome }) => outcome);
    };
    expect(await judged(mail)).toEqual(["pass", "pass"]);
    expect((await judged({ enabled: true })).sort()).toEqual(["fail", "pass"]);
    expect((await judged({ ...mail, enabled: unknown })).sort()).toEqual(["pass", "undetermined"]);
    expect(await judged(mail, "alert")).toEqual(["undetermined", "undetermined"]);
  },
);

prove({
  rule: alerts.alertReachesSomebody,
  type: METRIC,
  beside: [
    group("good", mail),
    group("off", { ...mail, enabled: false }),
    group("empty", { enabled: true }),
    group("open", { enabled: true, webhookReceivers: unknown }),
    { ...group("named", mail), outputs: { name: "AG-named" } },
  ],
  good: [
    { props: { actions: [{ actionGroupId: `${ID}-elsewhere` }] } },
    { props: { actions: [{ actionGroupId: `${ID}-off` }, { actionGroupId: `${ID}-good` }] } },
    { props: { actions: [{ actionGroupId: `${ID}-named` }] } },
    { props: { actions: [] } },
    { props: { actions: [{ actionGroupId: `${ID}-GOOD` }] } },
  ],
  bad: [
    { props: { actions: [{ actionGroupId: `${ID}-off` }] }, at: ["actions"] },
    { props: { actions: [{ actionGroupId: `${ID}-off` }, { actionGroupId: `${ID}-empty` }] }, at: ["actions"] },
  ],
  empty: "pass",
  unknown: [
    { props: { actions: [{ actionGroupId: `${ID}-open` }] }, at: "webhookReceivers" },
    { props: { actions: [{ actionGroupId: unknown }] }, at: "actions[0].actionGroupId" },
  ],
});

prove({
  rule: alerts.actionGroupReceivers,
  type: GROUP,
  good: [
    ...["armRole", "incident", "logicApp", "webhook", "azureFunction", "sms"].map((kind) => ({
      props: { enabled: true, [`${kind}Receivers`]: [{ name: "x" }] },
    })),
    { props: { enabled: true, smsReceivers: [], webhookReceivers: [unknown] } },
    { props: mail },
  ],
  bad: [
    { props: { ...mail, enabled: false }, at: ["enabled"] },
    { props: { emailReceivers: mail.emailReceivers }, at: ["enabled"] },
    { props: { enabled: true, emailReceivers: [] }, at: [undefined] },
    { props: { enabled: false }, at: ["enabled", undefined] },
  ],
  empty: "fail",
  unknown: [
    { props: { ...mail, enabled: unknown }, at: "enabled" },
    { props: { enabled: true, emailReceivers: [], smsReceivers: unknown }, at: "smsReceivers" },
  ],
});

prove({
  rule: alerts.runbookLink,
  type: METRIC,
  good: [
    { props: { tags: { Runbook: RUNBOOK } } },
    { props: { actions: [{ actionGroupId: ID }, { webHookProperties: { runbook_url: RUNBOOK } }] } },
    { props: { actions: [{ webHookProperties: { runbookUrl: RUNBOOK } }], description: unknown } },
    { props: { description: `Does it answer? Runbook: ${RUNBOOK}` } },
  ],
  bad: [
    { props: { description: "The model is slow" }, at: ["description"] },
    { props: { description: "See runbooks/model-slow.md", tags: { runbook: "later" } }, at: ["description"] },
    { props: { tags: { wiki: RUNBOOK } }, at: ["description"] },
    { props: { actions: [{ webHookProperties: { runbook_url: "", dashboard: RUNBOOK } }] }, at: ["description"] },
    { props: { description: "https://" }, at: ["description"] },
  ],
  empty: "fail",
  unknown: [
    { props: { description: unknown }, at: "description" },
    { props: { description: "slow", tags: unknown }, at: "tags" },
    {
      props: { actions: [{ webHookProperties: { runbook_url: unknown } }] },
      at: "actions[0].webHookProperties.runbook_url",
    },
  ],
});

prove({
  rule: alerts.runbookLink,
  type: QUERY,
  good: [
    { props: { description: `Runbook: ${RUNBOOK}` } },
    { props: { tags: { runbook: RUNBOOK } } },
    { props: { actions: { customProperties: { runbook_url: RUNBOOK } } } },
  ],
  bad: [
    { props: { actions: { customProperties: { alert: "model-slow" } } }, at: ["description"] },
    { props: { actions: [{ webHookProperties: { runbook_url: RUNBOOK } }] }, at: ["description"] },
  ],
  empty: "fail",
  unknown: [{ props: { actions: { customProperties: unknown } }, at: "actions.customProperties" }],
});

test("activity log alerts send it along with each action group", async () => {
  const resources = [{ runbook_url: RUNBOOK }, {}].map((webhookProperties) => ({
    type: `azure-native:${ACTIVITY}`,
    props: { actions: { actionGroups: [{ actionGroupId: ID, webhookProperties }] } },
  }));
  const verdicts = await judge(alerts.runbookLink, { resources });
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(["pass", "fail"]);
});

prove({
  rule: alerts.queryFrequency,
  type: QUERY,
  good: [
    { props: { kind: "LogToMetric" } },
    { props: { evaluationFrequency: "PT1H" } },
    { props: { evaluationFrequency: "PT5M" } },
  ],
  bad: [
    { props: { evaluationFrequency: "PT1M" }, at: ["evaluationFrequency"] },
    { props: { evaluationFrequency: "pt60s" }, at: ["evaluationFrequency"] },
    { props: { evaluationFrequency: "1 minute" }, at: ["evaluationFrequency"] },
  ],
  empty: "pass",
  unknown: [{ props: { evaluationFrequency: unknown }, at: "evaluationFrequency" }],
});

test("how often is too often is configured", async () => {
  const resources = ["PT5M", "PT10M"].map((evaluationFrequency) => ({
    type: `azure-native:${QUERY}`,
    props: { evaluationFrequency },
  }));
  const verdicts = await judge(alerts.queryFrequency, { resources, config: { tooOftenInSeconds: 300 } });
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(["fail", "pass"]);
});

describe("service-health-alert", () => {
  const HEALTH = { allOf: [{ field: "category", equals: "ServiceHealth" }] };
  const TOLD = { actionGroups: [{ actionGroupId: ID }] };
  const alert = (props: Record<string, unknown>): JudgedResource => ({ type: `azure-native:${ACTIVITY}`, props });
  const judged = async (...resources: JudgedResource[]) => {
    const [verdict, ...more] = await judge(alerts.serviceHealth, { resources });
    expect(more).toEqual([]);
    expect(verdict?.urn).toBeUndefined();
    return verdict?.outcome;
  };

  test.each<[string, Record<string, unknown>]>([
    ["as the portal makes it", { enabled: true, condition: HEALTH, actions: TOLD }],
    ["enabled by default", { condition: HEALTH, actions: TOLD }],
    [
      "among other conditions",
      {
        condition: {
          allOf: [
            { field: "properties.incidentType", equals: "Incident" },
            { field: "Category", equals: "servicehealth" },
          ],
        },
        actions: TOLD,
      },
    ],
    [
      "in either of two conditions",
      { condition: { allOf: [{ anyOf: [{ field: "category", equals: "ServiceHealth" }] }] }, actions: TOLD },
    ],
  ])("passes with an alert %s", async (_, props) => {
    expect(await judged(alert({}), alert(props))).toBe("pass");
  });

  test.each<[string, JudgedResource[]]>([
    ["no alert", [group("ag", mail)]],
    [
      "another category",
      [alert({ condition: { allOf: [{ field: "category", equals: "Administrative" }] }, actions: TOLD })],
    ],
    ["no action group", [alert({ condition: HEALTH, actions: { actionGroups: [] } }), alert({ condition: HEALTH })]],
    ["a disabled alert", [alert({ enabled: false, condition: HEALTH, actions: TOLD })]],
    ["a metric alert of that name", [{ type: `azure-native:${METRIC}`, props: { description: "ServiceHealth" } }]],
  ])("fails with %s", async (_, resources) => {
    expect(await judged(...resources)).toBe("fail");
  });

  test.each<[string, Record<string, unknown>]>([
    ["category", { condition: { allOf: [{ field: "category", equals: unknown }] }, actions: TOLD }],
    ["condition", { condition: unknown, actions: TOLD }],
    ["action group", { condition: HEALTH, actions: { actionGroups: [{ actionGroupId: unknown }] } }],
  ])("is undetermined while its %s is unknown", async (_, props) => {
    expect(await judged(alert(props))).toBe("undetermined");
  });

  test("what the program leaves out is absent, although a preview does not know what Azure makes of it", async () => {
    const outputs = { condition: { allOf: [{ field: "category", equals: "ServiceHealth", anyOf: unknown }] } };
    expect(await judged({ ...alert({ condition: HEALTH, actions: TOLD }), outputs })).toBe("pass");
  });

  test("a stack without anything in Azure has nothing to hear of", async () => {
    expect(await judged({ type: "random:index/randomId:RandomId", props: {} })).toBe("not-applicable");
  });

  survivesRandomBags(alerts.serviceHealth, `azure-native:${ACTIVITY}`, [
    { enabled: true, condition: HEALTH, actions: TOLD },
  ]);
});

const DEPLOYMENT = "cognitiveservices:Deployment";
const ACCOUNT_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts";
const account = (name: string): JudgedResource => ({
  type: "azure-native:cognitiveservices:Account",
  name,
  props: { accountName: name },
  outputs: { id: `${ACCOUNT_ID}/${name}` },
});
const watching = (
  accountName: string,
  metricName: string,
  dimension?: { values: unknown; operator?: string },
  more: Record<string, unknown> = {},
): JudgedResource => ({
  type: `azure-native:${METRIC}`,
  props: {
    scopes: [`${ACCOUNT_ID}/${accountName}`],
    criteria: { allOf: [{ metricName, dimensions: dimension ? [{ name: "ModelDeploymentName", ...dimension }] : [] }] },
    ...more,
  },
});
const availability = (accountName: string, ...more: [Parameters<typeof watching>[2]?, Record<string, unknown>?]) =>
  watching(accountName, "AzureOpenAIAvailabilityRate", ...more);
const latency = (accountName: string) => watching(accountName, "AzureOpenAITimeToResponse", { values: ["*"] });

prove({
  rule: alerts.productionDeployment,
  type: DEPLOYMENT,
  beside: [
    ...["watched", "slow", "half", "others", "excluded", "off", "component", "silent", "open"].map(account),
    availability("watched", { operator: "Include", values: ["chat", "judged"] }),
    latency("watched"),
    latency("slow"),
    availability("half"),
    availability("others", { operator: "Include", values: ["chat"] }),
    latency("others"),
    availability("excluded", { operator: "Exclude", values: ["Judged"] }),
    latency("excluded"),
    availability("off", undefined, { enabled: false }),
    latency("off"),
    { ...availability("open", { values: unknown }), name: "filtered" },
    latency("open"),
    {
      type: "ringfence:index:ServiceMonitors",
      name: "monitors",
      props: { watch: [{ name: "model", resourceId: `${ACCOUNT_ID}/component` }] },
    },
  ],
  good: [
    { props: { accountName: "somewhere-else" } },
    { props: { accountName: "component" } },
    { props: { accountName: "others", deploymentName: "chat" } },
    { props: { accountName: "excluded", deploymentName: "chat" } },
    { props: { accountName: "Watched" } },
  ],
  bad: ["silent", "slow", "half", "others", "excluded", "off"].map((accountName) => ({
    props: { accountName },
    at: accountName === "silent" ? [undefined, undefined] : [undefined],
  })),
  empty: "pass",
  unknown: [
    { props: { accountName: unknown }, at: "accountName" },
    { props: { accountName: "open" }, at: "filtered.criteria.allOf[0].dimensions[0].values" },
  ],
});

test("only production deployments need a service level, and monitors count by what they were made from", async () => {
  const resources = (watched: boolean): JudgedResource[] => [
    { ...account("claims"), props: {}, outputs: {} },
    {
      type: `azure-native:${DEPLOYMENT}`,
      name: "chat",
      props: { accountName: unknown },
      propertyDependencies: { accountName: ["claims"] },
    },
    {
      type: "ringfence:index:ServiceMonitors",
      name: "monitors",
      props: { watch: [{ name: "model", resourceId: unknown }] },
      propertyDependencies: { watch: [watched ? "claims" : "chat"] },
    },
  ];
  const outcomes = async (ring: "prod" | "test", watched: boolean) =>
    (await judge(alerts.productionDeployment, { ring, resources: resources(watched) })).map(({ outcome }) => outcome);
  expect(await outcomes("prod", true)).toEqual(["pass"]);
  expect(await outcomes("prod", false)).toEqual(["fail", "fail"]);
  expect(await outcomes("test", false)).toEqual(["pass"]);
});

test("alerts and a group as azure-native types them keep every rule", async () => {
  const metric: monitor.MetricAlertArgs = {
    resourceGroupName: "rg",
    enabled: true,
    autoMitigate: true,
    description: `Runbook: ${RUNBOOK}`,
    severity: 1,
    scopes: [`${ACCOUNT_ID}/claims`],
    evaluationFrequency: "PT5M",
    windowSize: "PT15M",
    criteria: { odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria", allOf: [] },
    actions: [{ actionGroupId: `${ID}-ag`, webHookProperties: { runbook_url: RUNBOOK } }],
  };
  const query: monitor.ScheduledQueryRuleArgs = {
    resourceGroupName: "rg",
    evaluationFrequency: "PT5M",
    tags: { runbook: RUNBOOK },
    actions: { actionGroups: [`${ID}-ag`], customProperties: { runbook_url: RUNBOOK } },
  };
  const health: monitor.ActivityLogAlertArgs = {
    resourceGroupName: "rg",
    scopes: ["/subscriptions/s"],
    description: `Runbook: ${RUNBOOK}`,
    condition: { allOf: [{ field: "category", equals: "ServiceHealth" }] },
    actions: { actionGroups: [{ actionGroupId: `${ID}-ag` }] },
  };
  const receivers: monitor.ActionGroupArgs = {
    resourceGroupName: "rg",
    groupShortName: "claims",
    enabled: true,
    emailReceivers: [{ name: "mail", emailAddress: "a@b.example", useCommonAlertSchema: true }],
  };
  const rules = Object.values(alerts);
  const verdicts = await judge(rules, {
    resources: [
      { type: `azure-native:${METRIC}`, props: { ...metric } },
      { type: `azure-native:${QUERY}`, props: { ...query } },
      { type: `azure-native:${ACTIVITY}`, props: { ...health } },
      group("ag", { ...receivers }),
    ],
  });
  expect(verdicts.filter(({ outcome }) => outcome !== "pass" && outcome !== "not-applicable")).toEqual([]);
  expect(new Set(verdicts.filter(({ outcome }) => outcome === "pass").map(({ rule }) => rule)).size).toBe(
    rules.length - 1,
  );
});
