import { NoData } from "../../alerts/alert-row";
import { notOneOf, type Problem, under } from "../../problems";
import type { BurnWindow } from "../burn-windows";
import { periodsWithWindows, windowsFor } from "../burn-windows";
import type { ObjectiveDefinition } from "../objective";
import { ObjectiveKind } from "../objective-kind";
import { objectiveProblems } from "../objective-problems";
import { nominalDays, type Period, periodText } from "../period";
import { policyIn } from "./alert-policy";
import { type Bag, bagOf, listIn, type OpenSloDocument, OpenSloKind, type PlacedDocument } from "./document";
import { indicatorIn, METRIC_SOURCE, queryProblems } from "./indicator";
import { readOpenSlo } from "./read";
import { OpenSloRefused } from "./refused";
import { periodIn } from "./time-window";

/** The objectives of one service. */
export interface ReadService {
  readonly service: string;
  readonly objectives: readonly ObjectiveDefinition[];
}

/**
 * The objectives that OpenSLO v1 documents say, by service. Nothing is guessed, and what this library cannot measure or
 * alert on is refused, with its place. Only what is for the eyes is not kept: display names, descriptions, labels.
 *
 * @throws OpenSloRefused with every problem.
 */
export function fromOpenSlo(yaml: string): ReadService[] {
  const documents = readOpenSlo(yaml);
  const problems: Problem[] = [];
  const services = new Map<string, ObjectiveDefinition[]>();
  for (const placed of documents) {
    const { place, document } = placed;
    problems.push(...under(place, unusedProblems(document, documents)));
    if (document.kind !== OpenSloKind.Slo) continue;
    const read = objectiveIn(placed, documents);
    if (Array.isArray(read)) problems.push(...under(place, read));
    else services.set(read.service, [...(services.get(read.service) ?? []), read.definition]);
  }
  if (services.size === 0 && problems.length === 0)
    problems.push({ path: "", problem: "there is no document of kind SLO" });
  if (problems.length > 0) throw new OpenSloRefused(problems);
  return [...services].map(([service, objectives]) => ({ service, objectives }));
}

/** What is wrong with a document that no objective would be made from: leaving it out would lose what it says. */
function unusedProblems({ kind, metadata, spec }: OpenSloDocument, all: readonly PlacedDocument[]): Problem[] {
  const slos = all.filter(({ document }) => document.kind === OpenSloKind.Slo).map(({ document }) => document.spec);
  switch (kind) {
    case OpenSloKind.AlertNotificationTarget:
      return [{ path: "", problem: "receivers are the ring's: give them to EnvironmentRing as onCall" }];
    case OpenSloKind.AlertCondition:
      return [{ path: "", problem: "is a document of its own; write the condition into its policy" }];
    case OpenSloKind.DataSource:
      return spec.type === METRIC_SOURCE ? [] : [{ path: "spec.type", problem: notOneOf(spec.type, [METRIC_SOURCE]) }];
    case OpenSloKind.Sli:
      return slos.some(({ indicatorRef }) => indicatorRef === metadata.name)
        ? []
        : [{ path: "", problem: "no SLO names it as its indicatorRef" }];
    case OpenSloKind.AlertPolicy:
      return slos.some(({ alertPolicies }) => listIn(alertPolicies).includes(metadata.name))
        ? []
        : [{ path: "", problem: "no SLO names it among its alertPolicies" }];
    case OpenSloKind.Slo:
    case OpenSloKind.Service:
      return [];
  }
}

interface ReadObjective {
  readonly service: string;
  readonly definition: ObjectiveDefinition;
}

function objectiveIn({ document }: PlacedDocument, documents: readonly PlacedDocument[]): ReadObjective | Problem[] {
  const { metadata, spec } = document;
  const problems: Problem[] = [];
  const kept = <T>(read: T | Problem[], path = ""): T | undefined => {
    if (!Array.isArray(read)) return read;
    problems.push(...under(path, read as Problem[]));
    return undefined;
  };
  const period = kept<Period>(asList(periodIn(spec)));
  const [at, sli] = indicatorPlace(spec, documents);
  const indicator = sli === undefined ? undefined : kept(indicatorIn(sli), at);
  if (sli === undefined)
    problems.push({ path: at, problem: `${JSON.stringify(spec.indicatorRef)} is no SLI among these documents` });
  const bound = kept(boundIn(spec, bagOf(indicator?.definition)));
  const policies = period && kept(policiesIn(spec, documents, period, indicator?.definition.noData));
  if (typeof spec.service !== "string") problems.push({ path: "spec.service", problem: "missing; the service's name" });
  if (problems.length > 0 || !period || !indicator || !bound || !policies) return problems;
  const definition = {
    name: metadata.name,
    ...indicator.definition,
    ...bound,
    period: periodText(period),
    ...(period.kind === "calendar" && period.timeZone !== "UTC" ? { timeZone: period.timeZone } : {}),
    ...policies,
  } as unknown as ObjectiveDefinition;
  const wrong = objectiveProblems(definition);
  if (wrong.length > 0) return under("spec", wrong);
  const changed = queryProblems(definition, indicator.query);
  return changed.length > 0 ? under(at, changed) : { service: String(spec.service), definition };
}

function asList<T extends object>(read: T | Problem): T | Problem[] {
  return "problem" in read ? [read] : read;
}

/** Where an SLO's indicator stands, and its spec: its own, or the SLI's that it names. */
function indicatorPlace(spec: Bag, documents: readonly PlacedDocument[]): [path: string, spec: Bag | undefined] {
  if (spec.indicator !== undefined) return ["spec.indicator.spec", bagOf(bagOf(spec.indicator).spec)];
  const named = documents.find(
    ({ document }) => document.kind === OpenSloKind.Sli && document.metadata.name === spec.indicatorRef,
  );
  return named === undefined ? ["spec.indicatorRef", undefined] : ["spec.indicatorRef.spec", named.document.spec];
}

/** The target and the bound of an SLO's one objective. */
function boundIn(spec: Bag, { kind, quantile }: Bag): Bag | Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path, problem });
  const isSliced = kind === ObjectiveKind.EvaluationScore || quantile !== undefined;
  const method = isSliced ? "Timeslices" : "Occurrences";
  const objectives = listIn(spec.objectives);
  const { target, targetPercent, op, value, timeSliceTarget, timeSliceWindow } = bagOf(objectives[0]);
  const at = "spec.objectives[0]";
  if (objectives.length !== 1)
    say("spec.objectives", `has ${objectives.length} objectives; write a document of kind SLO for each`);
  if (spec.budgetingMethod !== method)
    say("spec.budgetingMethod", `${notOneOf(spec.budgetingMethod, [method])} for what its indicator measures`);
  if ((target === undefined) === (targetPercent === undefined))
    say(at, "has not exactly one of target and targetPercent");
  if (isSliced && timeSliceTarget !== 1)
    say(
      `${at}.timeSliceTarget`,
      `${JSON.stringify(timeSliceTarget)} is not 1; a slice has one value, which is good or bad`,
    );
  const percent = typeof target === "number" ? Math.round(target * 1e9) / 1e7 : targetPercent;
  const slice = isSliced ? { slice: timeSliceWindow } : {};
  if (kind === ObjectiveKind.Latency) {
    if (op !== "lte") say(`${at}.op`, `${JSON.stringify(op)} is not lte; a latency must be no more than its bound`);
    return problems.length > 0 ? problems : { target: percent, under: `${String(value)}ms`, ...slice };
  }
  if (kind === ObjectiveKind.EvaluationScore) {
    if (op !== "gte") say(`${at}.op`, `${JSON.stringify(op)} is not gte; a score must be at least its bound`);
    return problems.length > 0 ? problems : { target: percent, atLeast: value, ...slice };
  }
  return problems.length > 0 ? problems : { target: percent };
}

/** The alerts of an SLO: the catalogue's by their ids where all of them are the catalogue's, else as windows of its own. */
function policiesIn(spec: Bag, documents: readonly PlacedDocument[], period: Period, noData: unknown): Bag | Problem[] {
  const days = nominalDays(period);
  const problems: Problem[] = [];
  const windows: BurnWindow[] = [];
  const silences = new Set<boolean>();
  listIn(spec.alertPolicies).forEach((name, index) => {
    const path = `spec.alertPolicies[${index}]`;
    const found = documents.find(
      ({ document }) => document.kind === OpenSloKind.AlertPolicy && document.metadata.name === name,
    );
    if (found === undefined) {
      problems.push({ path, problem: `${JSON.stringify(name)} is no AlertPolicy among these documents` });
      return;
    }
    const policy = policyIn(found.document, days);
    if (Array.isArray(policy)) problems.push(...under(path, policy));
    else {
      windows.push(policy.window);
      silences.add(policy.alertWhenNoData);
    }
  });
  if (noData !== undefined) silences.add(noData === NoData.Fires);
  if (silences.size > 1)
    problems.push({
      path: "spec.alertPolicies",
      problem: "differ in alertWhenNoData, or from the indicator's noData; an objective has one answer to silence",
    });
  if (problems.length > 0) return problems;
  const catalogue = periodsWithWindows.includes(days) ? windowsFor(days).windows : [];
  const isKnown = (window: BurnWindow) => catalogue.some((row) => sameWindow(row, window));
  const alerts = windows.map(({ severity, speed }) => `${severity}-${speed}`);
  return {
    alerts,
    ...(windows.every(isKnown) ? {} : { windows }),
    ...(silences.has(true) ? { noData: NoData.Fires } : {}),
  };
}

function sameWindow(one: BurnWindow, other: BurnWindow): boolean {
  return (Object.keys(one) as (keyof BurnWindow)[]).every((key) => one[key] === other[key]);
}
