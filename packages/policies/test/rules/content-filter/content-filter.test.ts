import type { RaiPolicyArgs } from "@pulumi/azure-native/cognitiveservices";
import * as contentFilter from "@ringfence/policies/rules/content-filter";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const FILTER = "cognitiveservices:RaiPolicy";
const LIST = "properties.contentFilters";
type Check = Record<string, unknown>;
const filters = (contentFilters: unknown, more: Record<string, unknown> = {}) => ({
  properties: { contentFilters, ...more },
});
/** A bag that azure-native's own types accept. */
const typed = (given: Pick<RaiPolicyArgs, "properties">) => given as Record<string, unknown>;
const check = (name: string, source: string, more: Check = {}): Check => ({
  name,
  source,
  enabled: true,
  blocking: true,
  ...more,
});
const harm = (more: Check = { severityThreshold: "Low" }) =>
  ["Hate", "Sexual", "Violence", "Selfharm"].flatMap((name) => [
    check(name, "Prompt", more),
    check(name, "Completion", more),
  ]);
/** The list with its nth check changed. */
const changed = (checks: Check[], at: number, more: Check) =>
  checks.map((each, index) => (index === at ? { ...each, ...more } : each));

prove({
  rule: contentFilter.harm,
  type: FILTER,
  good: [
    { props: filters(harm({ severityThreshold: "medium" })) },
    { props: filters(harm().map((each) => ({ ...each, name: String(each.name).replace("Selfharm", "SelfHarm") }))) },
    { props: filters([...harm(), check(unknown, "Prompt")]) },
    { props: filters(harm().map(({ blocking: _, ...each }) => ({ ...each, action: "BLOCKING" }))) },
    {
      props: typed({
        properties: {
          mode: "Blocking",
          contentFilters: [
            { name: "Hate", source: "Prompt", enabled: true, blocking: true, severityThreshold: "Low" },
            { name: "Hate", source: "Completion", enabled: true, blocking: true, severityThreshold: "Low" },
            ...harm().slice(2),
          ],
        },
      }),
    },
  ],
  bad: [
    { props: filters(harm().slice(1)), at: [LIST] },
    { props: filters(changed(harm(), 0, { enabled: false })), at: [`${LIST}[0].enabled`] },
    { props: filters(changed(harm(), 3, { blocking: false })), at: [`${LIST}[3].blocking`] },
    { props: filters(changed(harm(), 3, { blocking: false, action: "BLOCKING" })), at: [`${LIST}[3].blocking`] },
    { props: filters(changed(harm(), 7, { severityThreshold: "High" })), at: [`${LIST}[7].severityThreshold`] },
    { props: filters(changed(harm(), 7, { severityThreshold: undefined })), at: [`${LIST}[7].severityThreshold`] },
    {
      props: filters([...harm(), check("Hate", "Prompt", { enabled: false, severityThreshold: "Low" })]),
      at: [`${LIST}[8].enabled`],
    },
    { props: filters([]), at: [LIST] },
    { props: filters(undefined, { basePolicyName: "Microsoft.DefaultV2" }), at: [LIST] },
  ],
  empty: "fail",
  unknown: [
    { props: filters(unknown), at: LIST },
    { props: filters(changed(harm(), 2, { blocking: unknown })), at: `${LIST}[2].blocking` },
    { props: filters(changed(harm(), 2, { severityThreshold: unknown })), at: `${LIST}[2].severityThreshold` },
    { props: filters(changed(harm(), 2, { name: unknown })), at: `${LIST}[2].name` },
    { props: filters([...harm().slice(1), unknown]), at: `${LIST}[7]` },
  ],
});

const shields = [check("Jailbreak", "Prompt"), check("Indirect Attack", "Prompt")];

prove({
  rule: contentFilter.promptShields,
  type: FILTER,
  good: [{ props: filters([...harm(), ...shields]) }, { props: filters(shields) }],
  bad: [
    { props: filters(shields.slice(0, 1)), at: [LIST] },
    { props: filters(changed(shields, 1, { source: "Completion" })), at: [LIST] },
    { props: filters(changed(shields, 1, { blocking: false })), at: [`${LIST}[1].blocking`] },
    { props: filters(changed(shields, 0, { enabled: undefined })), at: [`${LIST}[0].enabled`] },
    { props: filters(changed(shields, 1, { name: "Indirect Attack Spotlighting" })), at: [LIST] },
    { props: { properties: {} }, at: [LIST] },
  ],
  empty: "fail",
  unknown: [
    { props: { properties: unknown }, at: "properties" },
    { props: filters(changed(shields, 1, { enabled: unknown })), at: `${LIST}[1].enabled` },
  ],
});

const materials = [check("Protected Material Text", "Completion"), check("Protected Material Code", "Completion")];

prove({
  rule: contentFilter.protectedMaterial,
  type: FILTER,
  good: [{ props: filters(materials) }],
  bad: [
    { props: filters(materials.slice(0, 1)), at: [LIST] },
    { props: filters(changed(materials, 1, { blocking: false })), at: [`${LIST}[1].blocking`] },
    { props: filters(changed(materials, 0, { source: "Prompt" })), at: [LIST] },
    { props: filters(harm()), at: [LIST] },
  ],
  empty: "fail",
  unknown: [{ props: filters(changed(materials, 0, { source: unknown })), at: `${LIST}[0].source` }],
});

prove({
  rule: contentFilter.mode,
  type: FILTER,
  good: [{ props: { properties: { mode: "default" } } }, { props: typed({ properties: { mode: "Blocking" } }) }],
  bad: [
    { props: { properties: { mode: "Asynchronous_filter" } }, at: ["properties.mode"] },
    { props: { properties: { mode: "Deferred" } }, at: ["properties.mode"] },
    { props: { properties: {} }, at: ["properties.mode"] },
  ],
  empty: "fail",
  unknown: [{ props: { properties: { mode: unknown } }, at: "properties.mode" }],
});

const STATUS = "properties.contentSafety.contentSafetyStatus";
const safety = (contentSafetyStatus: unknown) => ({ properties: { contentSafety: { contentSafetyStatus } } });

prove({
  rule: contentFilter.serverlessEndpoint,
  type: "machinelearningservices:ServerlessEndpoint",
  good: [{ props: safety("enabled") }, { props: safety("Enabled") }],
  bad: [
    { props: safety("Disabled"), at: [STATUS] },
    { props: { properties: { contentSafety: {} } }, at: [STATUS] },
    { props: { properties: { authMode: "AAD" } }, at: [STATUS] },
  ],
  empty: "fail",
  unknown: [{ props: safety(unknown), at: STATUS }],
});

test("severities and modes are configured, as Azure's own guardrails have them", async () => {
  const outcome = async (rule: typeof contentFilter.harm, props: object, config: Record<string, unknown>) =>
    (await judge(rule, { resources: [{ type: `azure-native:${FILTER}`, props: { ...props } }], config }))[0]?.outcome;
  const azure = { allowedSeverities: ["Medium", "High"] };
  expect(await outcome(contentFilter.harm, filters(harm({ severityThreshold: "High" })), azure)).toBe("pass");
  expect(await outcome(contentFilter.harm, filters(harm()), azure)).toBe("fail");
  const modes = { allowedModes: ["Asynchronous_filter"] };
  expect(await outcome(contentFilter.mode, { properties: { mode: "Asynchronous_filter" } }, modes)).toBe("pass");
  expect(await outcome(contentFilter.mode, { properties: { mode: "Blocking" } }, modes)).toBe("fail");
});

test("what is missing is said in one sentence", async () => {
  const resources = [{ type: `azure-native:${FILTER}`, props: filters(harm().slice(2)) }];
  const verdicts = await judge(contentFilter.harm, { resources });
  expect(verdicts).toHaveLength(1);
  expect(verdicts[0]?.message).toContain(`${LIST}: must have Hate on Prompt, Hate on Completion. Fix:`);
});
