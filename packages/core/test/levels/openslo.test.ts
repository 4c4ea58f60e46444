import {
  budgetMinutes,
  fromOpenSlo,
  nominalDays,
  OpenSloRefused,
  objectiveProblems,
  openSloPeriod,
  readOpenSlo,
  resolveObjective,
  toOpenSlo,
} from "@ringfence/core/levels";
import fc from "fast-check";
import { parseAllDocuments, stringify } from "yaml";
import { answersArrive, oneOfEach, slowestAreQuick } from "./objectives";
import vectors from "./vectors/openslo_examples.json";

/** What is refused of some documents, by place and reason. */
function refusals(yaml: string): [path: string, problem: string][] {
  try {
    fromOpenSlo(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof OpenSloRefused)) throw error;
    return error.problems.map(({ path, problem }) => [path, problem]);
  }
}

describe("objectives written as OpenSLO", () => {
  const yaml = toOpenSlo("claims-assistant", oneOfEach);

  test("are read again as the same objectives", () => {
    const [service, ...others] = fromOpenSlo(yaml);
    expect([service?.service, others]).toEqual(["claims-assistant", []]);
    expect(service?.objectives.map(resolveObjective)).toEqual(oneOfEach.map(resolveObjective));
  });

  test("are a service, a data source, and for each an indicator, an SLO and its alert policies", () => {
    const kinds = readOpenSlo(toOpenSlo("claims-assistant", [answersArrive])).map(({ place }) => place);
    expect(kinds).toEqual([
      "Service claims-assistant",
      "DataSource ring-logs",
      "SLI answers-arrive",
      "SLO answers-arrive",
      "AlertPolicy answers-arrive-page-quick",
      "AlertPolicy answers-arrive-page-slow",
      "AlertPolicy answers-arrive-ticket-quick",
      "AlertPolicy answers-arrive-ticket-slow",
    ]);
  });

  test("say their terms in OpenSLO's words", () => {
    const slo = readOpenSlo(toOpenSlo("claims-assistant", [slowestAreQuick])).find(({ place }) =>
      place.startsWith("SLO"),
    );
    expect(slo?.document.spec).toMatchObject({
      service: "claims-assistant",
      timeWindow: [{ duration: "30d", isRolling: true }],
      budgetingMethod: "Timeslices",
      objectives: [{ target: 0.99, op: "lte", value: 4000, timeSliceTarget: 1, timeSliceWindow: "5m" }],
    });
  });

  test("whatever they say, are read again as the same, and written again as the same text", () => {
    const definition = fc
      .record(
        {
          name: fc.constantFrom("answers-arrive", "p95"),
          kind: fc.constant("success-rate" as const),
          target: fc.constantFrom(95, 99, 99.5, 99.9, 99.95),
          period: fc.constantFrom("7d", "28d", "30d", "4w", "calendar-month", "calendar-week"),
          timeZone: fc.constantFrom("UTC", "Europe/Stockholm", "America/New_York"),
          source: fc.constantFrom("requests" as const, "model-calls" as const),
          only: fc.constantFrom(["GET /claims/{id}"], ['a "quoted\\name"', "b: #c"]),
          role: fc.constantFrom("claims-api", "123"),
          throttled: fc.constantFrom("good" as const, "bad" as const, "left-out" as const),
          minimumEvents: fc.integer({ min: 1, max: 1000 }),
          noData: fc.constantFrom("quiet" as const, "fires" as const),
          alerts: fc.constantFrom(["page-quick"], ["page-slow", "ticket-slow"]),
          windows: fc.constantFrom([
            { severity: "page", speed: "quick", short: "2m", long: "30m", budgetPercent: 1 } as const,
            { severity: "page", speed: "slow", short: "15m", long: "3h", budgetPercent: 2.25 } as const,
          ]),
        },
        { requiredKeys: ["name", "kind", "target", "period"] },
      )
      .filter((candidate) => objectiveProblems(candidate).length === 0);
    fc.assert(
      fc.property(definition, (given) => {
        const written = toOpenSlo("claims", [given]);
        const [read] = fromOpenSlo(written)[0]?.objectives ?? [];
        if (read === undefined) throw new Error("nothing was read");
        const { rules, ...terms } = resolveObjective(given);
        const { rules: readRules, ...readTerms } = resolveObjective(read);
        expect(readTerms).toEqual(terms);
        expect(readRules.map((rule) => ({ ...rule, factor: expect.closeTo(rule.factor, 9) }))).toEqual(rules);
        expect(toOpenSlo("claims", [read])).toBe(written);
      }),
      { numRuns: 60 },
    );
  });
});

describe("OpenSLO's own examples", () => {
  const specs = vectors.specs.map((spec) => [spec.path, spec.docs.map((one) => stringify(one)).join("---\n")] as const);

  test.each(specs)("%s is read as a document", (path, yaml) => {
    const docs = vectors.specs.find((spec) => spec.path === path)?.docs;
    expect(readOpenSlo(yaml).map(({ document }) => document)).toEqual(docs);
  });

  const unmeasured = (part: string): [string, string] => [
    `spec.indicator.spec.${part}.metricSource.type`,
    '"Any" is not AzureLogAnalytics; only the ring\'s logs can be measured, so say kind and source there',
  ];
  const ratio = [unmeasured("ratioMetric.good"), unmeasured("ratioMetric.total")];
  const refused: Record<string, [string, string][]> = {
    "examples/budgeting-method/occurences-slo.yaml": [unmeasured("thresholdMetric")],
    "examples/budgeting-method/timeslices-slo.yaml": [
      ["spec.timeWindow[0].duration", '"1m" is no calendar period: 1w or 1M; 1m is one minute, a month is 1M'],
      ...ratio,
      ["spec.objectives", "has 2 objectives; write a document of kind SLO for each"],
      ["spec.budgetingMethod", '"Timeslices" is not one of Occurrences for what its indicator measures'],
    ],
    "examples/budgeting-method/ratio-timeslices.yaml": [
      ...ratio,
      ["spec.budgetingMethod", '"RatioTimeslices" is not one of Occurrences for what its indicator measures'],
    ],
    "examples/treat-low-traffic-as-equally-important/timeslices-slo.yaml": [
      [
        "spec.timeWindow[0].calendar.startTime",
        '"2022-01-01 12:00:00" is not when a week begins here, which is Monday at midnight: 2026-01-05 00:00:00',
      ],
      ...ratio,
      ["spec.budgetingMethod", '"Timeslices" is not one of Occurrences for what its indicator measures'],
    ],
  };

  test.each(specs)("%s is refused for what cannot be measured here, with each place and reason", (path, yaml) => {
    const place = readOpenSlo(yaml)[0]?.place;
    expect(refusals(yaml)).toEqual(refused[path]?.map(([at, problem]) => [`${place}.${at}`, problem]));
  });

  test("give the worked budget of two weeks", () => {
    const [first] = readOpenSlo(specs[0]?.[1] ?? "");
    const period = openSloPeriod(first?.document.spec ?? {});
    if ("problem" in period) throw new Error(period.problem);
    const worked = vectors.worked[1];
    const minutes = nominalDays(period) * 1440;
    expect(minutes).toBe(worked?.slices);
    expect(budgetMinutes(minutes, worked?.objective ?? 0)).toBe(worked?.timeslicesBudgetMinutes);
  });
});

describe("what is no OpenSLO, or says what is not done here, is refused with its place", () => {
  const documents = parseAllDocuments(toOpenSlo("claims", [{ ...answersArrive, alerts: ["page-quick"] }])).map(
    (document) => document.toJS() as { kind: string; metadata: object; spec: Record<string, unknown> },
  );
  const changed = (kind: string, change: object) =>
    documents.map((one) => stringify(one.kind === kind ? { ...one, ...change } : one)).join("---\n");
  const withSpec = (kind: string, change: object) =>
    changed(kind, { spec: { ...documents.find((one) => one.kind === kind)?.spec, ...change } });

  const cases: [what: string, yaml: string, problems: [string, string][]][] = [
    ["broken YAML", "a: [", [["document[0]", expect.stringContaining("Flow sequence")]]],
    ["nothing", "", [["", "there is no document"]]],
    [
      "another version",
      changed("Service", { apiVersion: "openslo/v2alpha1" }),
      [["document[0].apiVersion", '"openslo/v2alpha1" is not one of openslo/v1']],
    ],
    [
      "an unknown kind",
      "apiVersion: openslo/v1\nkind: Sla\nmetadata: {name: a}\nspec: {}\n",
      [
        [
          "document[0].kind",
          '"Sla" is not one of SLO, SLI, DataSource, Service, AlertPolicy, AlertCondition, AlertNotificationTarget',
        ],
      ],
    ],
    [
      "another data source",
      withSpec("DataSource", { type: "Prometheus" }),
      [["DataSource ring-logs.spec.type", '"Prometheus" is not one of AzureLogAnalytics']],
    ],
    [
      "an indicator that is not there",
      withSpec("SLO", { indicatorRef: "other" }),
      [
        ["SLI answers-arrive", "no SLO names it as its indicatorRef"],
        ["SLO answers-arrive.spec.indicatorRef", '"other" is no SLI among these documents'],
      ],
    ],
    [
      "a policy that is not there",
      withSpec("SLO", { alertPolicies: ["other"] }),
      [
        ["SLO answers-arrive.spec.alertPolicies[0]", '"other" is no AlertPolicy among these documents'],
        ["AlertPolicy answers-arrive-page-quick", "no SLO names it among its alertPolicies"],
      ],
    ],
    [
      "a policy without a short window",
      changed("AlertPolicy", {
        metadata: { name: "answers-arrive-page-quick", labels: { "ringfence/speed": "quick" } },
      }),
      [
        [
          "SLO answers-arrive.spec.alertPolicies[0].metadata.labels.ringfence/short-window",
          "undefined is no length of time; OpenSLO has one window, and an alert needs a short one too",
        ],
      ],
    ],
    [
      "an alert that can never fire",
      withSpec("SLO", { objectives: [{ target: 0.9 }] }),
      [
        [
          "SLO answers-arrive.spec.alerts",
          expect.stringContaining("page-quick can never fire: it needs a burn rate over 14.4"),
        ],
      ],
    ],
    [
      "policies that differ from the indicator in what silence means",
      toOpenSlo("claims", [{ ...answersArrive, alerts: ["page-quick"], noData: "fires" }]).replace(
        "alertWhenNoData: true",
        "alertWhenNoData: false",
      ),
      [
        [
          "SLO answers-arrive.spec.alertPolicies",
          "differ in alertWhenNoData, or from the indicator's noData; an objective has one answer to silence",
        ],
      ],
    ],
    [
      "a receiver",
      "apiVersion: openslo/v1\nkind: AlertNotificationTarget\nmetadata: {name: a}\nspec: {target: slack}\n",
      [["AlertNotificationTarget a", "receivers are the ring's: give them to EnvironmentRing as onCall"]],
    ],
  ];
  test.each(cases)("%s", (_, yaml, problems) => {
    expect(refusals(yaml)).toEqual(problems);
  });

  test("a query that does not measure what the other properties say", () => {
    const yaml = toOpenSlo("claims", [answersArrive]).replaceAll("AppRequests", "AppPageViews");
    expect(refusals(yaml)).toEqual([
      [
        "SLO answers-arrive.spec.indicatorRef.spec.query",
        "is not what kind, source and bounds say; leave it out, it is made from them",
      ],
    ]);
  });
});
