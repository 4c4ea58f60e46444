import type { Policies } from "@pulumi/policy";
import type { RingName } from "@ringfence/core/rings";
import { typeFilter } from "../azure-types";
import type { Verdict } from "../judge";
import { policiesOf, SETTINGS_POLICY, Session } from "../pack";
import { isWholeStack, type Rule } from "../rule";
import { type Analyzer, analyzer, type PolicyConfigs } from "./analyzer";
import { type CompleteResource, complete, type JudgedResource } from "./resource";
import { silent, spoken } from "./verdict";

/** A rule of Ringfence's shape, or a policy as @pulumi/policy has it. */
export type Judged = Rule | Policies[number];

/** What is judged, and under which circumstances. */
export interface JudgeOptions {
  resources: readonly JudgedResource[];
  /**
   * The configuration: by rule id (as in a pack's configuration file), or where one rule is judged its properties
   * alone. What is left out has the schema's default.
   */
  config?: Readonly<Record<string, unknown>>;
  /** The moment of the judgement; now if left out. */
  now?: Date | string | number;
  /** The ring; if left out, what the resource's `environment` tag says, else prod. */
  ring?: RingName;
  /** Whether it is a preview or an update; preview if left out. Rules that ask `isDryRun` of Pulumi's runtime hear it. */
  mode?: "preview" | "up";
  /** Waivers, as in `waivers.yaml`. */
  waivers?: readonly unknown[];
}

/**
 * Has the SDK's own Analyze and AnalyzeStack judge resources by rules, as the engine would: inputs one by one first,
 * then all outputs together; through protobuf, with unknown values, secrets, every form of type token and the defaults
 * of the configuration's schema. Gives one verdict for each resource and rule, and one for each violation where a rule
 * finds several. Rejects with an Error where a rule throws.
 */
export async function judge(judged: Judged | readonly Judged[], options: JudgeOptions): Promise<Verdict[]> {
  const given = isList(judged) ? judged : [judged];
  const { policies, configs } = compile(given, options);
  const byName = new Map(policies.map((policy) => [policy.name, policy]));
  const resources = complete(options.resources, options.ring ?? "judged");
  const wanted = new Set(given.map(idOf));
  return inMode(options.mode ?? "preview", async () => {
    const served = analyzer(policies, configs);
    const verdicts = [
      ...(await judgeResources(served, resources, byName)),
      ...(await judgeStack(served, resources, byName, given)),
    ];
    const told =
      options.waivers === undefined ? [] : policies.filter(({ name }) => !wanted.has(name)).map(({ name }) => name);
    return verdicts.filter(({ rule, outcome }) => wanted.has(rule) || (told.includes(rule) && outcome === "fail"));
  });
}

function compile(given: readonly Judged[], options: JudgeOptions): { policies: Policies; configs: PolicyConfigs } {
  const rules = given.filter(isRule);
  const moment = options.now === undefined ? undefined : new Date(options.now);
  const session = new Session({
    environment: { project: "judged", stack: options.ring, config: {}, folders: [] },
    rules,
    now: () => moment ?? new Date(),
  });
  const settings = { waivers: options.waivers ?? [] };
  session.configure(settings);
  const foreign = given.flatMap((one) => (isRule(one) ? [] : [one]));
  const configs = { ...configsOf(given, options.config ?? {}), [SETTINGS_POLICY]: settings };
  return { policies: [...policiesOf(rules, session), ...foreign], configs };
}

async function judgeResources(
  served: Analyzer,
  resources: readonly CompleteResource[],
  policies: ReadonlyMap<string, Policies[number]>,
): Promise<Verdict[]> {
  const judging = [...policies.values()].filter((policy) => !("validateStack" in policy));
  const verdicts: Verdict[] = [];
  for (const resource of resources) {
    const heard = spoken(await served.analyze(resource), policies, resource.urn);
    const quiet = judging.filter(({ name }) => heard.every(({ rule }) => rule !== name));
    verdicts.push(...heard, ...quiet.map((policy) => silent(policy, "pass", policy.description, resource.urn)));
  }
  return verdicts;
}

async function judgeStack(
  served: Analyzer,
  resources: readonly CompleteResource[],
  policies: ReadonlyMap<string, Policies[number]>,
  given: readonly Judged[],
): Promise<Verdict[]> {
  const heard = spoken(await served.analyzeStack(resources), policies);
  const passes = given.flatMap((one) => {
    const policy = policies.get(idOf(one));
    if (policy === undefined || !("validateStack" in policy)) return [];
    const about = heard.filter(({ rule }) => rule === policy.name);
    if (about.some(({ outcome }) => outcome === "not-applicable")) return [];
    const urns = isRule(one) && one.level === "stack" && !isWholeStack(one) ? judgedUrns(one, resources) : [undefined];
    const quiet = urns.filter((urn) => about.every((verdict) => verdict.urn !== urn));
    return quiet.map((urn) => silent(policy, "pass", policy.description, urn));
  });
  return [...heard, ...passes];
}

function judgedUrns(rule: Rule, resources: readonly CompleteResource[]): string[] {
  const applies = typeFilter(rule.appliesTo);
  return resources.filter(({ type }) => applies(type)).map(({ urn }) => urn);
}

/** A rule's properties alone where one rule is judged, else the properties of each by id. */
function configsOf(given: readonly Judged[], config: Readonly<Record<string, unknown>>): PolicyConfigs {
  const ids = given.map(idOf);
  const byId = Object.keys(config).filter((key) => ids.includes(key));
  if (byId.length > 0) return config as PolicyConfigs;
  return Object.fromEntries(ids.map((id) => [id, config]));
}

/** Runs with Pulumi's runtime saying whether it is a preview. */
async function inMode<Result>(mode: "preview" | "up", run: () => Promise<Result>): Promise<Result> {
  const { _setIsDryRun, isDryRun } = require("@pulumi/pulumi/runtime/settings") as {
    isDryRun(): boolean;
    _setIsDryRun(dryRun: boolean): void;
  };
  const before = isDryRun();
  _setIsDryRun(mode === "preview");
  try {
    return await run();
  } finally {
    _setIsDryRun(before);
  }
}

function isList(judged: Judged | readonly Judged[]): judged is readonly Judged[] {
  return Array.isArray(judged);
}

function isRule(one: Judged): one is Rule {
  return "covers" in one;
}

function idOf(one: Judged): string {
  return isRule(one) ? one.id : one.name;
}
